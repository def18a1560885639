import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Duty } from '../../ledger/duty-rule.ts';
import type { InspectionOutcome, InspectionPage } from '../../ledger/inspection.ts';
import type { Substitution } from '../../ledger/substitute.ts';
import type { Json } from './json.ts';

/** Tables of random rechecks and of who answers for what (migrations 0024, 0034). */
export interface InspectTables {
  inspection: {
    areaId: string;
    drawId: string;
    problemId: string;
    inspectorId: string;
    position: number;
    outcome: InspectionOutcome | null;
    words: string | null;
    proof: string | null;
    doneAt: Instant | null;
    doneBy: string | null;
    eventSeq: number | null;
    proofIds: string[];
  };
  inspectionSubstitution: {
    areaId: string;
    drawId: string;
    position: number;
    inspectorId: string;
    record: Json<Substitution>;
    at: Instant;
    byName: string;
  };
  inspectionPublication: {
    areaId: string;
    drawId: string;
    page: Json<InspectionPage>;
    publishedOn: CalendarDate;
    publishedBy: string;
    withdrawnAt: Instant | null;
    withdrawnBy: string | null;
    withdrawnReason: string | null;
  };
  dutyHolder: { areaId: string; subject: string; duty: Duty; unitId: string; setBy: string; setAt: Instant };
  supervisorWord: {
    areaId: string;
    problemId: string;
    seq: number;
    unitId: string;
    outcome: 'confirmed' | 'returned';
    words: string;
    byName: string;
    at: Instant;
  };
  bodyEntry: {
    areaId: string;
    unitId: string;
    id: string;
    item: string;
    basis: string | null;
    timeLimit: string | null;
    url: string | null;
    savedBy: string;
    savedAt: Instant;
    retiredAt: Instant | null;
  };
  programme: {
    areaId: string;
    id: string;
    name: string;
    basis: string | null;
    dueOn: CalendarDate | null;
    savedBy: string;
    savedAt: Instant;
    retiredAt: Instant | null;
  };
  programmeMember: { areaId: string; programmeId: string; unitId: string; target: number };
  programmeItem: {
    areaId: string;
    programmeId: string;
    id: string;
    unitId: string;
    helperUnitId: string | null;
    title: string;
    note: string | null;
    enteredBy: string;
    enteredAt: Instant;
    finishedOn: CalendarDate | null;
    finishedBy: string | null;
  };
  taskHelper: { areaId: string; noticeId: string; paragraphId: string; addressee: string; unitId: string; setBy: string; setAt: Instant };
}
