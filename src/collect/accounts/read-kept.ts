import { daysBetween } from '../../core/date.ts';
import type { AccountDeps, AccountJob, AccountReading } from './adapter.ts';

const STALE_AFTER_DAYS = 7;

/** Posts from sheets and hand entry as they stood on the monitored day; what was entered for later days is not looked at. */
export function readKept({ day, kept }: AccountJob, { staleAfterDays = STALE_AFTER_DAYS }: AccountDeps): AccountReading {
  if (kept === null || kept.freshOn === null) {
    return { outcome: 'ok', posts: [], freshOn: null, error: 'none-configured', source: 'register', blob: null };
  }
  const freshOn = kept.freshOn < day ? kept.freshOn : day;
  const posts = kept.posts.filter((post) => post.date <= day).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const error = daysBetween(freshOn, day) > staleAfterDays ? 'stale' : null;
  return { outcome: 'ok', posts, freshOn, error, source: kept.source, blob: kept.blob };
}
