import type { Category } from '../../../core/category.ts';
import type { CalendarDate } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import type { Rectified } from '../sheets/draft.ts';

/**
 * Why a printed problem is kept in the ledger but held against nobody: it names no unit (部分单位), restates problems that
 * have entries of their own (上月问题未整改), or only warns (即将到期). `contradicts` = its own dates speak against it: a
 * person must look first.
 */
export const PROBLEM_DOUBTS = ['unnamed', 'restates', 'warning', 'contradicts'] as const;
export type ProblemDoubt = (typeof PROBLEM_DOUBTS)[number];

/** A printed problem on the records of the register, ready to become history. */
export interface SettledProblem {
  /** Where it is printed, unique in the file: a row, or the id inside notice data. */
  ref: string;
  unitId: string;
  channelId: string | null;
  columnId: string | null;
  category: Category;
  place: { label: string; url: string | null };
  text: string;
  /** Null: on the day the notice counts up to. */
  foundOn: CalendarDate | null;
  lastUpdate: CalendarDate | null;
  limit: Limit | null;
  handedOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  rectified: Rectified | null;
  rectifiedOn: CalendarDate | null;
  /** `ref` of the earlier sighting it comes back from. */
  recurrenceOf: string | null;
  doubt: ProblemDoubt | null;
}
