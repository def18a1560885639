import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { failedLinks } from '../../store/failed-links.ts';
import type { Db } from '../../store/schema.ts';

/** A failure is followed for so long; then the next sweep finds it again, or it is gone. */
const FOLLOWED_DAYS = 30;
const MOST_PAGES = 40;

/**
 * Pages on which something did not open at its last look: a day's scan reads them again, so that what a sweep found deep in a
 * site is confirmed, or acquitted, on later days, and only where the page still carries it. Nothing of the day itself
 * counts, so a scan that goes on reads the same pages.
 */
export async function furtherPages(db: Db, siteId: string, day: CalendarDate): Promise<string[]> {
  const failed = await failedLinks(db, siteId, instantOf(addDays(day, -FOLLOWED_DAYS), '00:00'), instantOf(day, '00:00'));
  const pages = failed.flatMap(({ data }) =>
    data.foundOn
      .filter(({ home }) => !home)
      .slice(0, 1)
      .map(({ url }) => url),
  );
  return [...new Set(pages)].sort().slice(0, MOST_PAGES);
}
