import type { Generated } from 'kysely';
import type { Category } from '../../core/category.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Draw } from '../../ledger/draw.ts';
import type { Act, Role } from '../../ledger/event.ts';
import type { InspectionDraw } from '../../ledger/inspection-draw.ts';
import type { ReminderStep } from '../../ledger/reminder.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import type { DrawKind } from '../../subjects/draw-kind.ts';
import type { Json, Measured } from './json.ts';

/** Tables of problems, their events, draws and reminders. */
export interface LedgerTables {
  problem: {
    areaId: string;
    id: string;
    unitId: string;
    channelId: string | null;
    category: Category;
    fingerprint: string;
    placeLabel: string;
    placeUrl: string | null;
    text: string;
    measured: Json<Measured>;
    firstFoundOn: CalendarDate;
    recurrenceOf: string | null;
    atUnitId: Generated<string | null>;
    status: ProblemStatus;
    lastActOn: CalendarDate;
    dueOn: CalendarDate | null;
    dueProvisional: Generated<boolean>;
    periods: Generated<number>;
  };
  problemEvent: {
    areaId: string;
    problemId: string;
    seq: number;
    act: Act;
    at: Instant;
    day: CalendarDate;
    byRole: Role;
    byUnitId: string | null;
    byName: string;
    reason: string | null;
    data: Json<Readonly<Record<string, string | number | boolean | null | readonly string[]>>>;
  };
  draw: { areaId: string; id: string; kind: DrawKind; record: Json<Draw | InspectionDraw>; madeAt: Instant; madeBy: string };
  reminder: {
    areaId: string;
    id: string;
    unitId: string;
    step: ReminderStep | 'by_hand';
    day: CalendarDate;
    at: Instant;
    channel: string;
    addressee: string;
    note: string | null;
    byName: string;
  };
  reminderProblem: { areaId: string; problemId: string; dueOn: CalendarDate; step: ReminderStep | 'by_hand'; reminderId: string };
}
