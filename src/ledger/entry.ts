import type { Category } from '../core/category.ts';
import { type CalendarDate, type Instant, isCalendarDate } from '../core/date.ts';
import { sha256, stableId } from '../core/id.ts';
import { isLimit } from '../core/limit.ts';
import { requireSupportedStaleClaim, type StaleClaim, weighStaleClaim } from '../core/stale-claim.ts';
import type { WorkCalendar } from '../core/work-calendar.ts';
import { type ActDraft, apply } from './apply.ts';
import { oddDayMark } from './deadline.ts';
import type { Actor, Problem, ProblemEvent } from './event.ts';

/** Categories that claim 超期: their own dates must bear them out. */
const STALE_CLAIMS: readonly Category[] = ['column_overdue', 'account_stale', 'account_zombie', 'home_stale'];

type Measured = Problem['measured'];

/** The dates that a category's claim of being out of date rests on; null when it makes none or does not give them. */
function staleClaimOf(category: Category, measured: Measured, foundOn: CalendarDate): StaleClaim | null {
  const { lastUpdate, limit } = measured;
  if (!STALE_CLAIMS.includes(category) || typeof lastUpdate !== 'string' || typeof limit !== 'string') return null;
  return isCalendarDate(lastUpdate) && isLimit(limit) ? { foundOn, lastUpdate, limit } : null;
}

/** Days between the claim's own dates when they contradict it, else null. */
export function contradictedBy(category: Category, measured: Measured, foundOn: CalendarDate): { days: number } | null {
  const claim = staleClaimOf(category, measured, foundOn);
  if (claim === null) return null;
  const { supported, days } = weighStaleClaim(claim);
  return supported ? null : { days };
}

export const problemId = (areaId: string, fingerprint: string, foundOn: CalendarDate): string =>
  stableId('problem', areaId, fingerprint, foundOn);

/** What somebody enters as a problem. */
export interface ProblemEntry {
  areaId: string;
  unitId: string;
  channelId: string | null;
  category: Category;
  place: { label: string; url: string | null };
  text: string;
  /** For a 超期 claim: lastUpdate (YYYY-MM-DD) and limit (P14D, P6M). */
  measured: Measured;
  foundOn: CalendarDate;
  /** The machine's own; left out for an entry by hand, which is then known by its unit, place and words. */
  fingerprint?: string;
  recurrenceOf?: string | null;
}

export interface EnteredProblem {
  problem: Problem;
  event: ProblemEvent;
  /** Doubts a person should look at before confirming; kept with the event. */
  marks: readonly string[];
}

function marksOf(entry: ProblemEntry, calendar: WorkCalendar): string[] {
  const odd = oddDayMark(entry.foundOn, calendar);
  const undated = STALE_CLAIMS.includes(entry.category) && staleClaimOf(entry.category, entry.measured, entry.foundOn) === null;
  return [...(odd ? [odd] : []), ...(undated ? ['没有写明最新更新日期和时限，无法核对是否超期'] : [])];
}

/**
 * A new problem with its first event. The same entry twice gives the same id.
 * @throws refused when the entry's own dates do not support that it is out of date (seeds M25).
 */
export function enterProblem(
  entry: ProblemEntry,
  found: { at: Instant; by: Actor; data?: ActDraft['data'] },
  calendar: WorkCalendar,
): EnteredProblem {
  const { areaId, unitId, channelId, category, place, text, measured, foundOn } = entry;
  const claim = staleClaimOf(category, measured, foundOn);
  if (claim) requireSupportedStaleClaim(claim);
  const fingerprint = entry.fingerprint ?? sha256(JSON.stringify([unitId, channelId, category, place.label, text]));
  const problem: Problem = {
    id: problemId(areaId, fingerprint, foundOn),
    areaId,
    unitId,
    channelId,
    category,
    fingerprint,
    placeLabel: place.label,
    placeUrl: place.url,
    text,
    measured,
    firstFoundOn: foundOn,
    recurrenceOf: entry.recurrenceOf ?? null,
  };
  const marks = marksOf(entry, calendar);
  const data = { ...found.data, ...(marks.length ? { marks } : {}) };
  return { problem, event: apply(problem, [], { act: 'found', at: found.at, day: foundOn, by: found.by, data }), marks };
}
