import type { CalendarDate } from '../../core/date.ts';
import type { Layout } from '../markup/layout.ts';
import { readMetaDate } from '../page/meta-date.ts';
import type { Head } from '../page/metas.ts';
import { readServerDay } from '../page/script-facts.ts';
import { readDateCell } from './date-cell.ts';
import { dateInUrl } from './url-date.ts';

/**
 * The day at or shortly before which the page was made, from the page alone: what its server wrote into a script,
 * else the newest of the dates it shows by themselves, holds in its addresses and in its metas. Null when it has none.
 */
export function findClock(layout: Layout, head: Head): CalendarDate | null {
  const server = readServerDay(layout);
  if (server !== null) return server;
  let newest = readMetaDate(head)?.date ?? null;
  const offer = (date: CalendarDate | null): void => {
    if (date !== null && (newest === null || date > newest) && date < FARTHEST) newest = date;
  };
  let anchor: unknown = null;
  for (const leaf of layout.leaves) {
    const cell = readDateCell(leaf.text, null);
    if (cell?.form === 'date') offer(cell.date);
    if (leaf.anchor !== null && leaf.anchor !== anchor) {
      anchor = leaf.anchor;
      offer(dateInUrl(leaf.anchor.attributes.href ?? ''));
    }
  }
  return newest;
}

/** Dates beyond this are numbers or deadlines, not days of making. */
const FARTHEST = '2060-01-01';
