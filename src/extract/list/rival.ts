import type { CalendarDate } from '../../core/date.ts';
import { opensWithPicture } from './blocks.ts';
import type { FoundList } from './read-list.ts';

/** Days of addresses are days of entry, and days to come are plans: neither is shown as the day of an entry. */
export function newestShown({ items }: Pick<FoundList, 'items'>, today: CalendarDate | null): CalendarDate | null {
  return items.reduce<CalendarDate | null>((newest, { date, dateSource }) => {
    if (date === null || dateSource === 'url' || (today !== null && date > today)) return newest;
    return newest === null || date > newest ? date : newest;
  }, null);
}

/**
 * Newest day of another list of the page that may be the column's too and is fresher than all of the one that was read; null
 * when there is none. A list that the page sets beside, or heads by a name of its own, in letters or painted, is another column's.
 */
export function newerElsewhere(lists: readonly FoundList[], read: readonly FoundList[], today: CalendarDate | null): CalendarDate | null {
  const [main] = read;
  if (main === undefined) return null;
  const own = newestOf(read.map((list) => newestShown(list, today)));
  const rivals = lists.filter((list) => !read.includes(list) && mayBeOwn(list, main)).map((list) => newestShown(list, today));
  const newest = newestOf(rivals);
  return newest !== null && (own === null || newest > own) ? newest : null;
}

/** A list headed by another name than the column's is no worse a guess where the one that was read is headed so as well. */
function mayBeOwn({ place, heading, group }: FoundList, main: FoundList): boolean {
  if (place === 'beside') return false;
  if (place === 'other') return main.place === 'other';
  return heading === null && (group === null || !opensWithPicture(group.box));
}

const newestOf = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
  days.reduce<CalendarDate | null>((newest, day) => (day !== null && (newest === null || day > newest) ? day : newest), null);
