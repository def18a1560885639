import type { ColumnType } from 'kysely';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { AssessmentItem } from '../../ledger/assessment/scheme.ts';
import type { Json } from './json.ts';

/** Tables of a year's assessment, objections, and what levels above hold. */
export interface AssessmentTables {
  assessmentScheme: {
    areaId: string;
    year: number;
    version: number;
    title: string;
    documentNumber: string | null;
    validFrom: CalendarDate;
    validTo: CalendarDate;
    items: Json<AssessmentItem[]>;
    savedBy: string;
    savedAt: Instant;
  };
  assessmentEntry: {
    areaId: string;
    year: number;
    id: string;
    itemId: string;
    unitId: string;
    day: CalendarDate;
    points: number;
    reason: string;
    proof: string;
    byName: string;
    at: Instant;
    retractedAt: Instant | null;
    retractedBy: string | null;
    retractedReason: string | null;
  };
  objection: {
    areaId: string;
    id: string;
    about: 'score' | 'verdict';
    /** Year for a score, period for a verdict. */
    span: string;
    /** Entry or channel. */
    subjectId: string;
    unitId: string;
    reason: string;
    proof: string;
    raisedBy: string;
    raisedAt: Instant;
    before: Json<unknown>;
    outcome: 'accepted' | 'rejected' | null;
    after: ColumnType<unknown, string | null, string | null>;
    decidedReason: string | null;
    decidedBy: string | null;
    decidedAt: Instant | null;
  };
  assessmentAct: {
    areaId: string;
    year: number;
    seq: number;
    act: 'submitted' | 'returned' | 'finalised' | 'reopened';
    byName: string;
    at: Instant;
    note: string;
    digest: string;
    snapshot: ColumnType<unknown, string | null, string | null>;
  };
  aboveMark: {
    areaId: string;
    problemId: string;
    level: 'city' | 'province' | 'nation';
    points: number | null;
    note: string;
    markedBy: string;
    markedAt: Instant;
  };
  aboveResult: {
    areaId: string;
    year: number;
    fullScore: number;
    score: number;
    place: number | null;
    others: number[];
    source: string;
    byName: string;
    at: Instant;
  };
}
