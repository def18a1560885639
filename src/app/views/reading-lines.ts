import type { CalendarDate } from '../../core/date.ts';
import { latestFacts } from '../../store/facts.ts';
import { endOfDay } from '../judge/facts-for-day.ts';
import type { App } from '../open.ts';
import { READING_ALARMS, readingAlarms } from '../reading/alarms.ts';
import { searchRate, searchWords } from '../search/search-rate.ts';

/** What stands beside a site on its page: columns whose reading is doubted (ours to mend), and how its search did. */
export async function readingLines(
  app: App,
  areaId: string,
  siteIds: readonly string[],
  day: CalendarDate,
): Promise<Map<string, { text: string; warn: boolean }[]>> {
  const until = endOfDay(day);
  const lines = new Map<string, { text: string; warn: boolean }[]>();
  const add = (siteId: string, text: string, warn: boolean): void => void lines.set(siteId, [...(lines.get(siteId) ?? []), { text, warn }]);
  for (const { siteId, column, kind } of await readingAlarms(app, areaId, until))
    add(siteId, `读取告警：“${column}”${READING_ALARMS[kind].name}`, true);
  for (const { channelId, data } of await latestFacts(app.db, siteIds, ['site-search'], until))
    add(channelId, `站内检索：${searchWords(data)}`, searchRate(data).percent === null);
  return lines;
}
