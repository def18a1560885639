import type { ColumnType } from 'kysely';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { FactData } from '../../evidence/facts.ts';
import type { ProofAct } from '../../evidence/proof.ts';
import type { Layer } from '../../text/finding.ts';
import type { WordingList } from '../../text/review/area-lists.ts';
import type { ReviewItem } from '../../text/review/review-item.ts';
import type { Json } from './json.ts';

/** Tables of proofreading: lists, pages read, what was found, sweeps for key words. */
export interface WordingTables {
  wordingChange: {
    areaId: string;
    seq: number;
    list: WordingList;
    term: string;
    act: 'put' | 'retired';
    entry: Json<Readonly<Record<string, unknown>>>;
    validFrom: CalendarDate | null;
    validTo: CalendarDate | null;
    byName: string;
    at: Instant;
    note: string;
  };
  proofPage: {
    siteId: string;
    id: string;
    url: string;
    of: FactData<'proof'>['of'];
    columnId: string | null;
    title: string | null;
    publishDate: CalendarDate | null;
    blob: string;
    seenAt: Instant;
    /** 1 new or changed, 2 to be read again under other lists, null up to date. */
    due: number | null;
    listsVersion: string | null;
    factId: string | null;
    readAt: Instant | null;
    characters: ColumnType<number, number | undefined, number>;
  };
  proofItem: ReviewItem & {
    siteId: string;
    firstSeenAt: Instant;
    act: ProofAct | null;
    rightWords: string | null;
    decidedBy: string | null;
    decidedAt: Instant | null;
    note: string | null;
    fixedAt: Instant | null;
  };
  proofPlace: {
    siteId: string;
    pageId: string;
    key: string;
    block: number;
    startAt: number;
    endAt: number;
    context: string;
    contextAt: number;
    found: string;
    dismissed: boolean;
  };
  proofThreshold: { siteId: string; layer: Layer; threshold: number; judged: number; judgedPrecision: number | null };
  keySweep: {
    areaId: string;
    id: string;
    title: string;
    scope: string;
    everyMonths: number;
    firstDue: CalendarDate;
    unitIds: string[];
    madeBy: string;
    madeAt: Instant;
    retiredAt: Instant | null;
    retiredBy: string | null;
    retiredReason: string | null;
  };
  keySweepDone: {
    areaId: string;
    sweepId: string;
    unitId: string;
    dueOn: CalendarDate;
    result: string;
    found: number;
    signedBy: string;
    signedAt: Instant;
  };
}
