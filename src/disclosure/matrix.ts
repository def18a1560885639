import { type CalendarDate, daysBetween } from '../core/date.ts';
import { matchItems, type Published } from './matching/match-items.ts';
import type { TitleRules } from './matching/same-title.ts';

/** A channel of a matrix (全媒体矩阵) and what it published; `seen` false: nothing was collected of it, so nothing is said. */
export interface MatrixMember<P extends Published = Published> {
  id: string;
  seen: boolean;
  items: readonly P[];
}

/** Where one item stands in the matrix. */
export interface MatrixItem<P extends Published> {
  title: string;
  /** Day of the first of them. */
  firstOn: CalendarDate;
  on: readonly { channelId: string; item: P; lag: number }[];
  /** Members that were collected and do not have it. */
  missing: readonly string[];
  unseen: readonly string[];
}

/** Days within which one item goes out everywhere; a later one is another item. */
const WINDOW_DAYS = 15;

/** Items of a matrix, the newest first: which members have each, how many days after the first, and which lack it (seeds R11). */
export function matrixItems<P extends Published>(members: readonly MatrixMember<P>[], rules: TitleRules = {}): MatrixItem<P>[] {
  const groups: { id: string; title: string; date: CalendarDate; on: { channelId: string; item: P }[] }[] = [];
  for (const { id: channelId, items } of members) {
    const { matched, accountOnly } = matchItems(groups, items, { ...rules, windowDays: WINDOW_DAYS });
    for (const { portal, post } of matched) portal.on.push({ channelId, item: post });
    for (const item of accountOnly)
      groups.push({ id: `${channelId} ${item.id}`, title: item.title, date: item.date, on: [{ channelId, item }] });
  }
  return groups
    .map(({ title, on }): MatrixItem<P> => {
      const firstOn = on.reduce((first, { item }) => (item.date < first ? item.date : first), on[0]?.item.date ?? '');
      const absent = members.filter(({ id }) => on.every(({ channelId }) => channelId !== id));
      return {
        title,
        firstOn,
        on: on.map((one) => ({ ...one, lag: daysBetween(firstOn, one.item.date) })),
        missing: absent.filter(({ seen }) => seen).map(({ id }) => id),
        unseen: absent.filter(({ seen }) => !seen).map(({ id }) => id),
      };
    })
    .sort((a, b) => b.firstOn.localeCompare(a.firstOn) || b.on.length - a.on.length || a.title.localeCompare(b.title));
}
