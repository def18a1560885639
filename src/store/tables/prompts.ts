import type { Category } from '../../core/category.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { UserRole } from '../../core/role.ts';
import type { FastRule, PromptAct, PromptKind } from '../../ledger/prompt.ts';

/** Tables of prompts to many units and of units' own patrols (migration 0026). */
export interface PromptTables {
  prompt: {
    areaId: string;
    id: string;
    kind: PromptKind;
    heading: string;
    text: string;
    sentOn: CalendarDate;
    dueOn: CalendarDate | null;
    categories: Category[];
    fastWithin: number;
    fastDays: FastRule['days'];
    fastFirst: number | null;
    madeBy: string;
    madeAt: Instant;
    withdrawnAt: Instant | null;
    withdrawnBy: string | null;
    withdrawnReason: string | null;
  };
  promptUnit: { areaId: string; promptId: string; unitId: string; position: number };
  promptAct: {
    areaId: string;
    promptId: string;
    unitId: string;
    seq: number;
    act: PromptAct;
    day: CalendarDate;
    moment: Instant;
    at: Instant;
    byRole: UserRole;
    byName: string;
    note: string | null;
    proof: string | null;
    found: number | null;
    fixed: number | null;
  };
  patrol: {
    areaId: string;
    id: string;
    unitId: string;
    day: CalendarDate;
    scope: string;
    note: string | null;
    promptId: string | null;
    byName: string;
    at: Instant;
  };
  patrolProblem: { areaId: string; patrolId: string; problemId: string };
}
