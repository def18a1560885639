import { type CalendarDate, dateAt } from '../../core/date.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Head } from './metas.ts';

/** A publish date outside of what a reader sees: of a tag or of a script. */
export interface HiddenDate {
  date: CalendarDate;
  /** `HH:MM` or `HH:MM:SS` in Shanghai, null without time. */
  time: string | null;
}

/** Names under which content systems write the publish moment; the standard one first. */
const NAMES = [
  'pubdate',
  'publishdate',
  'publish_date',
  'publishtime',
  'firstpublishedtime',
  'article:published_time',
  'weibo:article:create_at',
  'bytedance:published_time',
  'og:release_date',
  'og:published_time',
  'datepublished',
  'apub:time',
  'dc.date',
  'releasedate',
];

/** Publish date of the metas, null when none of them holds a date. */
export function readMetaDate(head: Head): HiddenDate | null {
  for (const name of NAMES) {
    const value = head.named.get(name);
    const read = value ? readMoment(value) : null;
    if (read) return read;
  }
  return null;
}

/** A machine-written moment: `2020-09-28 11:40`, ISO 8601 with zone (turned to Shanghai time), `2007-08-20-23:59:59`. */
export function readMoment(value: string): HiddenDate | null {
  if (/\dT\d.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const ms = Date.parse(value);
    if (!Number.isNaN(ms)) return atSeconds(ms / 1000);
  }
  const found = findDates(value.replace(/(\d)-(\d{1,2}:)/, '$1 $2'))[0];
  // Midnight and the last second of a day are what systems fill in when only a day was typed.
  const filled = found?.time === '00:00:00' || found?.time === '23:59:59';
  return found ? { date: found.date, time: filled ? null : found.time } : null;
}

/** Unix seconds as a Shanghai moment; null outside 1995-2100, where the number means something else. */
export function atSeconds(seconds: number): HiddenDate | null {
  if (!(seconds > 788_918_400 && seconds < 4_102_444_800)) return null;
  const shifted = new Date((seconds + 8 * 3600) * 1000).toISOString();
  return { date: dateAt(new Date(seconds * 1000).toISOString()), time: shifted.slice(11, 19) };
}
