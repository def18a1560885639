import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Role } from '../../ledger/event.ts';
import type { ProofKind } from '../../ledger/proof.ts';

/** Tables of rectification (整改): proof files, sealed reports and who was asked for them, looks asked for. */
export interface RectifyTables {
  problemProof: {
    areaId: string;
    problemId: string;
    id: string;
    blob: string;
    kind: ProofKind;
    bytes: number;
    pictureHash: string | null;
    fileName: string;
    byRole: Role;
    byUnitId: string | null;
    byName: string;
    at: Instant;
    day: CalendarDate;
    eventSeq: number | null;
  };
  rectificationReport: {
    areaId: string;
    about: string;
    unitId: string;
    version: number;
    blob: string;
    kind: ProofKind;
    bytes: number;
    fileName: string;
    problemIds: string[];
    dueOn: CalendarDate;
    lateWorkingDays: number;
    byRole: Role;
    byUnitId: string | null;
    byName: string;
    at: Instant;
    day: CalendarDate;
  };
  reportAsk: {
    areaId: string;
    about: string;
    seq: number;
    unitId: string | null;
    dueOn: CalendarDate;
    byRole: Role;
    byName: string;
    at: Instant;
  };
  recheckOrder: {
    areaId: string;
    problemId: string;
    orderedAt: Instant;
    channelId: string;
    orderedRole: Role;
    orderedBy: string;
    runId: string | null;
    settledAt: Instant | null;
    outcome: 'fixed' | 'not' | 'unclear' | null;
  };
}
