import { addDays, type CalendarDate, makeDate } from '../../core/date.ts';
import { halfWidth } from '../markup/plain.ts';
import { clockOf, findDates } from './find-dates.ts';

/** What a short text says when it says nothing but a date. A `month-day` has no year yet; the other parts wait for their neighbours. */
export type DateCell =
  | { form: 'date'; date: CalendarDate; time: string | null; exact: boolean }
  | { form: 'month-day'; month: number; day: number; time: string | null }
  | { form: 'year-month'; year: number; month: number }
  | { form: 'year'; year: number }
  | { form: 'month'; month: number }
  | { form: 'day'; day: number };

/** Longest text that can be a date and nothing else, label included. */
const LONGEST_CELL = 40;
/** Digits, words of days gone by, or a month in English: without any of them a text is no date. */
const HINT = /[\d０-９今昨前刚半几]|[a-zａ-ｚ]{3}/i;
const LABEL = /^(?:(?:信息)?(?:发布|发稿|发表|公开|添加|录入|提交|更新|编辑|上传|印发|成文|生成|公示)?(?:时间|日期)|发布于|日期)\s*:?\s*/;
const CLOCK = '(?:\\s*([01]?\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?)?';
const MONTH_DAY = new RegExp(`^(1[0-2]|0?[1-9])\\s?(?:[-/]|月)\\s?(3[01]|[12]\\d|0?[1-9])\\s?日?${CLOCK}$`);
const DOTTED_MONTH_DAY = /^(1[0-2]|0[1-9])\.(3[01]|[12]\d|0[1-9])$/;
const SHORT_YEAR = /^(\d{2}|1\d{2})\s?([-/.年])\s?(1[0-2]|0?[1-9])\s?(?:\2|月)\s?(3[01]|[12]\d|0?[1-9])\s?日?$/;
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})$/;
const YEAR_MONTH = /^((?:19|20)\d{2})\s?(?:[-/.]|年)\s?(1[0-2]|0?[1-9])\s?[月/.-]?$/;
const MONTH_YEAR = /^(1[0-2]|0?[1-9])\s?(?:月\s?[,/-]?|[-/.])\s?((?:19|20)\d{2})年?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Tue Dec 27 10:22:00 CST 2022: a date printed without a format. */
const JAVA_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ([a-z]{3}) (\d{1,2}) \d{1,2}:\d{2}:\d{2} [a-z0-9:+]{2,9} ((?:19|20)\d{2})$/i;

/**
 * Reads a text that is a date as a whole (brackets and a label such as 发布时间： allowed); null when it is anything else.
 * `today` is needed for 今天, 昨天 and 3小时前; without it those give null.
 */
export function readDateCell(text: string, today: CalendarDate | null): DateCell | null {
  if (text.length > LONGEST_CELL || !HINT.test(text)) return null;
  const cell = bare(text);
  if (cell === '') return null;
  return wholeDate(cell) ?? shortDate(cell) ?? relativeDate(cell, today) ?? part(cell);
}

/** Without brackets, bullets and label. */
function bare(text: string): string {
  return halfWidth(text)
    .replace(/^[\s[({<《|·•*:/]+|[\s\])}>》|·•*;,。/]+$/g, '')
    .replace(LABEL, '')
    .trim();
}

function wholeDate(cell: string): DateCell | null {
  const [first, second] = findDates(cell);
  if (first && !second) {
    // Nothing but blanks, the weekday and closing marks may stand beside it.
    const rest = cell.slice(0, first.from) + cell.slice(first.to);
    if (/^[\s\])(]*(?:(?:星期|周)[一二三四五六日天])?[\s\])(]*$/.test(rest))
      return { form: 'date', date: first.date, time: first.time, exact: true };
  }
  const compact = COMPACT.exec(cell);
  if (compact) return dated(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return english(cell);
}

function shortDate(cell: string): DateCell | null {
  const short = SHORT_YEAR.exec(cell);
  if (short) {
    const digits = short[1] as string;
    // Three digits from 100 on are years of the republic (Taiwan); two are years of this century.
    const year = digits.length === 3 ? Number(digits) + 1911 : 2000 + Number(digits);
    if (year < 2050) return dated(year, Number(short[3]), Number(short[4]));
  }
  const last = YEAR_LAST.exec(cell);
  if (last) return yearLast(Number(last[1]), Number(last[3]), Number(last[4]));
  const md = MONTH_DAY.exec(cell) ?? DOTTED_MONTH_DAY.exec(cell);
  // 2024 has every day that any year has.
  if (md && makeDate(2024, Number(md[1]), Number(md[2])))
    return { form: 'month-day', month: Number(md[1]), day: Number(md[2]), time: clockOf(undefined, md[3], md[4], md[5]) };
  return null;
}

/** 12/27/2022 and 27/12/2022; where both readings are possible there is no telling. */
function yearLast(a: number, b: number, year: number): DateCell | null {
  if (a > 12) return dated(year, b, a);
  return b > 12 || a === b ? dated(year, a, b) : null;
}

function english(cell: string): DateCell | null {
  const printed = JAVA_DATE.exec(cell);
  if (printed) return dated(Number(printed[3]), MONTHS.indexOf((printed[1] as string).toLowerCase()) + 1, Number(printed[2]));
  const m = /^(?:([a-z]{3,9})\.?\s*(\d{1,2})|(\d{1,2})\s*([a-z]{3,9})\.?),?\s*((?:19|20)\d{2})$/i.exec(cell);
  if (!m) return null;
  const month = MONTHS.indexOf((m[1] ?? m[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dated(Number(m[5]), month, Number(m[2] ?? m[3]));
}

function relativeDate(cell: string, today: CalendarDate | null): DateCell | null {
  const m =
    /^(今天|今日|昨天|昨日|前天|刚刚|(半|\d{1,3}|几)\s?(秒钟?|分钟?|个?小时|天)(?:之?前))\s*(?:([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/.exec(
      cell,
    );
  if (!m || today === null) return null;
  const word = m[1] as string;
  const back = word.startsWith('昨') ? 1 : word === '前天' ? 2 : m[3] === '天' ? Number(m[2]) : 0;
  if (Number.isNaN(back)) return null;
  return { form: 'date', date: addDays(today, -back), time: clockOf(undefined, m[4], m[5], m[6]), exact: false };
}

/** Boxes that show day and month apart. */
function part(cell: string): DateCell | null {
  const ym = YEAR_MONTH.exec(cell);
  if (ym) return { form: 'year-month', year: Number(ym[1]), month: Number(ym[2]) };
  const my = MONTH_YEAR.exec(cell);
  if (my) return { form: 'year-month', year: Number(my[2]), month: Number(my[1]) };
  const year = /^((?:19|20)\d{2})\s?年?$/.exec(cell);
  if (year) return { form: 'year', year: Number(year[1]) };
  const month = /^(1[0-2]|0?[1-9])\s?月$/.exec(cell);
  if (month) return { form: 'month', month: Number(month[1]) };
  const english = /^([a-z]{3,9})\.?$/i.exec(cell);
  if (english && MONTHS.includes(cell.slice(0, 3).toLowerCase()))
    return { form: 'month', month: MONTHS.indexOf(cell.slice(0, 3).toLowerCase()) + 1 };
  const day = /^(3[01]|[12]\d|0?[1-9])\s?日?$/.exec(cell);
  return day ? { form: 'day', day: Number(day[1]) } : null;
}

function dated(year: number, month: number, day: number): DateCell | null {
  const date = makeDate(year, month, day);
  return date === null ? null : { form: 'date', date, time: null, exact: true };
}
