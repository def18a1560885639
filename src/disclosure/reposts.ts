import { addDays, type CalendarDate, dateAt, type Instant } from '../core/date.ts';
import { matchItems, type Published } from './matching/match-items.ts';
import type { TitleRules } from './matching/same-title.ts';

/** Where one channel stands with one item to repost. `unseen`: nothing was collected of it, so nothing is said. */
export const REPOST_STATES = { done: '已转载', late: '逾期转载', open: '未到期', missing: '未转载', unseen: '未采集，无法判断' } as const;
export type RepostState = keyof typeof REPOST_STATES;

/** An item that sites and accounts were told to repost (seeds M17). */
export interface RepostOrder {
  id: string;
  title: string;
  publishedOn: CalendarDate;
  due: Instant;
}

/** A channel that is to repost, and what it published. */
export interface Reposter {
  id: string;
  seen: boolean;
  items: readonly Published[];
}

export interface RepostAnswer {
  channelId: string;
  state: RepostState;
  /** Day of the repost; lists show days, no times. */
  on: CalendarDate | null;
}

/** Reposts come within a month or not at all. */
const WINDOW_DAYS = 31;

/**
 * Which channels reposted an item, as of a moment. A repost on the day of the deadline is in time: lists print no time, and
 * doubt is the channel's.
 */
export function repostsOf(order: RepostOrder, reposters: readonly Reposter[], at: Instant, rules: TitleRules = {}): RepostAnswer[] {
  const dueDay = dateAt(order.due);
  const wanted = [{ id: order.id, title: order.title, date: order.publishedOn }];
  return reposters.map(({ id, seen, items }) => {
    // A repost cannot come before what it repeats.
    const after = items.filter(
      ({ date }) => date >= order.publishedOn && date <= addDays(order.publishedOn, WINDOW_DAYS) && date <= dateAt(at),
    );
    const [match] = matchItems(wanted, after, { ...rules, windowDays: WINDOW_DAYS }).matched;
    if (match) return { channelId: id, state: match.post.date <= dueDay ? 'done' : 'late', on: match.post.date };
    return { channelId: id, state: at <= order.due ? 'open' : seen ? 'missing' : 'unseen', on: null };
  });
}
