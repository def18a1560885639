import { type CalendarDate, dateAt, makeDate } from '../../core/date.ts';

const ZONE = /(?:[zZ]|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC|UT|[ECMP][SD]T))\s*$/;
const WRITTEN = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const RFC_822 = /(\d{1,2})\s+([A-Z][a-z]{2})[a-z]*\.?,?\s+(\d{4})/;

/**
 * The day of a post in Asia/Shanghai; null when the text is no date.
 * A time without zone is local. `day` is the day of the look: many content systems write local time and call
 * it GMT, so a post that the zone would move past the look keeps the date as written.
 */
export function postDate(text: string, day: CalendarDate): CalendarDate | null {
  const trimmed = text.trim();
  if (/^\d{10}$|^\d{13}$/.test(trimmed)) return dateAt(new Date(Number(trimmed.padEnd(13, '0'))).toISOString());
  const written = writtenDate(trimmed);
  // CST is China Standard Time here, whatever the language runtime thinks.
  const zoned = ZONE.test(trimmed) && !/\bCST\s*$/.test(trimmed);
  if (!zoned || !/\d:\d{2}/.test(trimmed)) return written;
  const ms = Date.parse(trimmed);
  if (Number.isNaN(ms)) return written;
  const local = dateAt(new Date(ms).toISOString());
  return local > day && written !== null && written <= day ? written : local;
}

function writtenDate(text: string): CalendarDate | null {
  const numeric = WRITTEN.exec(text);
  if (numeric) return makeDate(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const words = RFC_822.exec(text);
  const month = words ? MONTHS.indexOf(words[2] as string) : -1;
  return words && month >= 0 && month % 3 === 0 ? makeDate(Number(words[3]), month / 3 + 1, Number(words[1])) : null;
}
