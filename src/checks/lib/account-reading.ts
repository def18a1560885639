import { addDays, type CalendarDate, daysBetween } from '../../core/date.ts';
import { type Limit, lastDayWithin } from '../../core/limit.ts';
import type { Reason } from '../../core/verdict.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { Post } from '../../evidence/facts.ts';
import type { FactsByKind } from '../define.ts';
import { lookDay } from './looks.ts';
import type { Unknown } from './result.ts';

/** All that was ever seen of one account up to the monitored day. */
export interface AccountReading {
  posts: readonly Post[];
  newest: CalendarDate | null;
  /** Last day up to which all posts are known to have been seen. */
  freshOn: CalendarDate | null;
  future: boolean;
  /** The fact the newest date comes from, and the one that vouches for the silence since. */
  evidence: readonly string[];
  /** What was wrong with the last look. */
  trouble: Reason | null;
}

const TROUBLE = { broken: 'adapter-broken', stale: 'adapter-stale', 'none-configured': 'no-adapter' } as const;

/** Joins every look: a post once seen stays a proof of life, however the adapter fares later. Null when nobody looked. */
export function readAccount(facts: FactsByKind): AccountReading | null {
  const looks = facts['account-posts'] ?? [];
  const last = looks.at(-1);
  if (!last) return null;
  const posts = new Map<string, Post>();
  let newest: { date: CalendarDate; id: string } | null = null;
  let fresh: { date: CalendarDate; id: string } | null = null;
  let future = false;
  for (const fact of looks) {
    const day = lookDay(fact);
    const tomorrow = addDays(day, 1);
    for (const post of fact.data.posts) posts.set(`${post.date} ${post.url ?? post.title}`, post);
    for (const date of [...fact.data.posts.map((post) => post.date), fact.data.newestDate ?? '']) {
      if (date > tomorrow) future = true;
      else if (date !== '' && (newest === null || date > newest.date)) newest = { date, id: fact.id };
    }
    const vouched = vouchedDay(fact, day);
    if (vouched !== null && (fresh === null || vouched >= fresh.date)) fresh = { date: vouched, id: fact.id };
  }
  return {
    posts: [...posts.values()],
    newest: newest?.date ?? null,
    freshOn: fresh?.date ?? null,
    future,
    evidence: [...new Set([newest?.id, fresh?.id].filter((id) => id !== undefined))],
    trouble: last.data.error ? TROUBLE[last.data.error] : last.data.outcome === 'ok' ? null : 'adapter-broken',
  };
}

/** An adapter cannot vouch for days after its own look, nor for anything when it was broken. */
function vouchedDay(fact: Fact<'account-posts'>, day: CalendarDate): CalendarDate | null {
  const { freshOn, outcome, error } = fact.data;
  if (freshOn === null || outcome !== 'ok' || error === 'broken' || error === 'none-configured') return null;
  return freshOn > day ? day : freshOn;
}

export type SilenceAnswer =
  | { state: 'in-time' | 'silent'; newest: CalendarDate; days: number }
  | { state: 'unknown'; unknown: Unknown; newest: CalendarDate | null };

/** Silence longer than a limit. It counts only when an adapter vouches for it, not more than `freshWithinDays` days ago. */
export function silenceOf(reading: AccountReading | null, limit: Limit, at: CalendarDate, freshWithinDays: number): SilenceAnswer {
  const open = (verdict: Unknown['verdict'], reason: Reason): SilenceAnswer => ({
    state: 'unknown',
    unknown: { verdict, reason },
    newest: reading?.newest ?? null,
  });
  if (reading === null) return open('not-run', 'no-evidence');
  const { newest, freshOn } = reading;
  if (newest !== null && lastDayWithin(newest, limit) >= at)
    return { state: 'in-time', newest, days: Math.max(0, daysBetween(newest, at)) };
  const vouched = freshOn !== null && daysBetween(freshOn, at) <= freshWithinDays;
  if (!vouched) return open('not-run', reading.trouble ?? 'adapter-stale');
  if (reading.future) return open('cannot-tell', 'dates-contradict');
  if (newest === null) return open('cannot-tell', 'needs-person');
  // Silent too long by today, but not yet on the last day anybody vouches for: it may have posted since.
  if (lastDayWithin(newest, limit) >= freshOn) return open('not-run', reading.trouble ?? 'adapter-stale');
  return { state: 'silent', newest, days: daysBetween(newest, at) };
}
