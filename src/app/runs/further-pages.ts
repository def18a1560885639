import { addDays, type CalendarDate, instantOf } from '../../core/date.ts';
import { latestFacts } from '../../store/facts.ts';
import { failedLinks } from '../../store/failed-links.ts';
import type { Db } from '../../store/schema.ts';

/** How many days a failure is followed. After that the next sweep finds it again, or it is gone. */
const FOLLOWED_DAYS = 30;
const MOST_PAGES = 40;

/**
 * Pages on which something did not open at its last look, or something seemed to be planted: a day's scan reads them again, so that what a sweep found deep in a
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
  // Home page and lists were read yesterday and will be today.
  const planted = await latestFacts(db, [siteId], ['page-intrusion'], instantOf(day, '00:00'));
  const suspected = planted
    .filter(({ at, data }) => data.findings.length > 0 && at < instantOf(addDays(day, -1), '00:00'))
    .map(({ data }) => data.url);
  return [...new Set([...suspected.sort(), ...pages.sort()])].slice(0, MOST_PAGES);
}
