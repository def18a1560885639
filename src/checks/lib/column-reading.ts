import type { CalendarDate } from '../../core/date.ts';
import { type Limit, lastDayWithin } from '../../core/limit.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactsByKind } from '../define.ts';
import { type ListDates, listDates } from './list-dates.ts';
import { lookDay, within } from './looks.ts';
import { outcomeReason } from './outcome-reason.ts';
import type { Unknown } from './result.ts';

type ListFact = Fact<'column-list'>;

/** What the looks at one column say, whatever limit is then held against it. */
export type ColumnReading =
  | { state: 'items'; fact: ListFact; day: CalendarDate; dates: ListDates; latest: Unknown | null }
  | { state: 'empty'; fact: ListFact; had: boolean }
  | { state: 'unknown'; unknown: Unknown };

/**
 * The newest readable look of the last `lookWithinDays` days. When a later look failed, `latest` says why: the older
 * list can still acquit, never accuse; so it is where the page shows a fresher list that may be the column's. An empty list counts at once, so that an older full one does not hide it.
 */
export function readColumn(facts: FactsByKind, at: CalendarDate, lookWithinDays: number): ColumnReading {
  const all = facts['column-list'] ?? [];
  const looks = within(all, at, lookWithinDays);
  const last = looks.at(-1);
  if (!last) return { state: 'unknown', unknown: { verdict: 'not-run', reason: 'no-evidence' } };
  const readable = looks.filter((fact) => fact.data.outcome === 'ok' && fact.data.state !== 'unreadable' && !isOtherList(fact)).at(-1);
  const latest = failure(last);
  const doubt = readable?.data.newerElsewhere === undefined ? null : PERSON;
  if (!readable) return { state: 'unknown', unknown: latest as Unknown };
  if (readable.data.state === 'empty') {
    if (latest) return { state: 'unknown', unknown: latest };
    return { state: 'empty', fact: readable, had: cameBackEmpty(readable, all) };
  }
  const day = lookDay(readable);
  return {
    state: 'items',
    fact: readable,
    day,
    dates: listDates(readable.data.items, readable.data.newestDate, facts.article ?? [], day, readable.data.complete),
    latest: latest ?? doubt,
  };
}

const PERSON: Unknown = { verdict: 'cannot-tell', reason: 'needs-person' };

/** A redesign, or our misreading: what was read may be another list than the column's, so it neither accuses nor acquits. */
const isOtherList = ({ data }: ListFact): boolean => data.continuity?.doubt?.kind === 'replaced';

/**
 * An emptied list is believed once the collector's own comparison has nothing left to doubt (a second look on another day
 * gave the same on the same page, or a person accepted it). Looks without that comparison are not believed after any content.
 */
function cameBackEmpty({ data }: ListFact, all: readonly ListFact[]): boolean {
  return data.continuity ? data.continuity.doubt !== null : all.some((fact) => fact.data.state === 'items');
}

function failure(fact: ListFact): Unknown | null {
  if (fact.data.outcome !== 'ok') return { verdict: 'not-run', reason: outcomeReason(fact.data.outcome) };
  if (isOtherList(fact) || fact.data.rule?.fault) return { verdict: 'cannot-tell', reason: 'list-changed' };
  return fact.data.state === 'unreadable' ? { verdict: 'not-run', reason: 'list-unreadable' } : null;
}

/** A column against a limit. `newest` is the date it rests on. */
export type LimitAnswer =
  | { state: 'in-time' | 'overdue'; newest: CalendarDate; fact: ListFact }
  | { state: 'empty'; fact: ListFact }
  | { state: 'unknown'; unknown: Unknown; newest: CalendarDate | null };

/** One date in time acquits; to accuse, every date must be known and past the limit on the day of the look itself. */
export function holdAgainst(reading: ColumnReading, limit: Limit, at: CalendarDate): LimitAnswer {
  if (reading.state === 'unknown') return { ...reading, newest: null };
  if (reading.state === 'empty') {
    if (reading.had) return { state: 'unknown', unknown: { verdict: 'cannot-tell', reason: 'list-came-back-empty' }, newest: null };
    return { state: 'empty', fact: reading.fact };
  }
  const answer = holdDates(reading.dates, reading.day, reading.latest, limit, at);
  return answer.state === 'unknown' ? answer : { ...answer, fact: reading.fact };
}

/** Dates against a limit; `day` is the day of the look, `latest` what was wrong with a later one. */
export function holdDates(
  dates: ListDates,
  day: CalendarDate,
  latest: Unknown | null,
  limit: Limit,
  at: CalendarDate,
): { state: 'in-time' | 'overdue'; newest: CalendarDate } | { state: 'unknown'; unknown: Unknown; newest: CalendarDate | null } {
  const inTime = (date: CalendarDate | null): date is CalendarDate => date !== null && lastDayWithin(date, limit) >= at;
  if (inTime(dates.sure)) return { state: 'in-time', newest: later(dates.sure, dates.inferred) };
  if (inTime(dates.inferred)) return { state: 'in-time', newest: dates.inferred };
  const open = (verdict: Unknown['verdict'], reason: Unknown['reason']) => ({
    state: 'unknown' as const,
    unknown: { verdict, reason },
    newest: dates.sure,
  });
  if (latest) return open(latest.verdict, latest.reason);
  if (inTime(dates.contradicting) || dates.future) return open('cannot-tell', 'dates-contradict');
  if (dates.sure === null || dates.inferred !== null || dates.undatedMayBeNewer) return open('cannot-tell', 'no-date-shown');
  if (dates.oldestFirst) return open('cannot-tell', 'needs-person');
  // In time when somebody last looked: it may have been updated since.
  if (lastDayWithin(dates.sure, limit) >= day) return open('not-run', 'no-evidence');
  return { state: 'overdue', newest: dates.sure };
}

const later = (a: CalendarDate, b: CalendarDate | null): CalendarDate => (b !== null && b > a ? b : a);
