import { type CalendarDate, makeDate } from '../../../core/date.ts';
import { fold } from './fold.ts';
import { smallNumber, yearDigits } from './number.ts';

const FORMS = [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/, /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?$/, /^(\d{4})(\d{2})(\d{2})$/] as const;

/** 二〇二二年十二月二十七日 → 2022年12月27日; anything else is given back. */
function arabicDate(text: string): string {
  const match = /^([^年]{4})年([^月]{1,3})月([^日]{1,3})日$/.exec(text);
  const [year, month, day] = [yearDigits(match?.[1] ?? ''), smallNumber(match?.[2] ?? ''), smallNumber(match?.[3] ?? '')];
  return year !== null && month !== null && day !== null ? `${year}年${month}月${day}日` : text;
}

/**
 * A calendar date as offices type it: ` 2026.4.5 `, 2026年4月5日, 2026/4/5, full-width digits, 20260405,
 * a time of day or weekday behind it is dropped. Null when the day is missing, two-digit years and
 * day-first forms are not guessed at.
 */
export function officeDate(text: string): CalendarDate | null {
  const bare = fold(text)
    .replace(/[((]?(星期|周|礼拜)[一二三四五六日天][))]?/, '')
    .replace(/[T ]*\d{1,2}[:时]\d{1,2}[:分]?(\d{1,2}(\.\d+)?秒?)?Z?$/, '')
    .replace(/ /g, '');
  const plain = arabicDate(bare);
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const [year, month, day] = match
      .slice(1)
      .filter((part) => /^\d+$/.test(part))
      .map(Number) as [number, number, number];
    return year >= 1949 && year <= 2100 ? makeDate(year, month, day) : null;
  }
  return null;
}

/** Days from the origin of a workbook's serial numbers to 1970-01-01: 1899-12-30, or 1904-01-01 in old Mac workbooks. */
const UNIX_AT = { 1900: 25_569, 1904: 24_107 } as const;

/** Day of an Excel serial number, time of day dropped; null outside 1949-2100. Serial 60, the 29 February 1900 that never was, lies before. */
export function serialDate(serial: number, epoch: 1900 | 1904): CalendarDate | null {
  if (!Number.isFinite(serial)) return null;
  const date = new Date((Math.floor(serial) - UNIX_AT[epoch]) * 86_400_000);
  const year = date.getUTCFullYear();
  return year >= 1949 && year <= 2100 ? makeDate(year, date.getUTCMonth() + 1, date.getUTCDate()) : null;
}
