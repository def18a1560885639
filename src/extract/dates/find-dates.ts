import { type CalendarDate, makeDate } from '../../core/date.ts';
import { halfWidth } from '../markup/plain.ts';

/** A whole date written in a text, with the time of day when it follows. Positions are those of the text given. */
export interface FoundDate {
  date: CalendarDate;
  /** `HH:MM` or `HH:MM:SS`, null when no time stands behind the date. */
  time: string | null;
  from: number;
  to: number;
}

const YEAR = '((?:19|20)\\d{2})';
const MONTH = '(1[0-2]|0?[1-9])';
const DAY = '(3[01]|[12]\\d|0?[1-9])';
/** The day may be glued to the time (2022-12-2709:00) but to no other digit. */
const AFTER_DAY = '(?=\\d{2}:\\d{2}|\\D|$)';
const CLOCK = '(?:[\\sT日]*(上午|下午|晚上)?\\s?([01]?\\d|2[0-3])\\s?(?::|时|点)\\s?([0-5]\\d)(?:\\s?(?::|分)\\s?([0-5]\\d))?)?';

const WHOLE = new RegExp(
  `(?<![\\d.])(?:${YEAR}\\s?年\\s?${MONTH}\\s?月\\s?${DAY}\\s?(?:日|号)?${AFTER_DAY}` +
    `|${YEAR}\\s?([-/.])\\s?${MONTH}\\s?\\5\\s?${DAY}(?!\\.\\d)${AFTER_DAY}` +
    `|民国\\s?(\\d{2,3})\\s?年\\s?${MONTH}\\s?月\\s?${DAY}\\s?日)${CLOCK}`,
  'g',
);

/** Something of this is in every whole date; most texts hold none and need not be looked through. */
const HINT = /[12１２][09０９]|民[国國]/;

/** All whole dates of a text in order: 2022-12-27, 2022/12/27, 2022.12.27, 2022年12月27日, 民国111年12月27日; full-width digits too. Impossible days are left out. */
export function findDates(text: string): FoundDate[] {
  if (!HINT.test(text)) return [];
  const plain = halfWidth(text).replace(/國/g, '国');
  const found: FoundDate[] = [];
  for (const m of plain.matchAll(WHOLE)) {
    const roc = m[8] !== undefined;
    const year = roc ? Number(m[8]) + 1911 : Number(m[1] ?? m[4]);
    const date = makeDate(year, Number(m[2] ?? m[6] ?? m[9]), Number(m[3] ?? m[7] ?? m[10]));
    if (date) found.push({ date, time: clockOf(m[11], m[12], m[13], m[14]), from: m.index, to: m.index + m[0].length });
  }
  return found;
}

/** Time of day in 24 hours; null without one. */
export function clockOf(
  half: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
): string | null {
  if (hour === undefined || minute === undefined) return null;
  const h = Number(hour) + (half !== undefined && half !== '上午' && Number(hour) < 12 ? 12 : 0);
  const hm = `${String(h).padStart(2, '0')}:${minute}`;
  return second === undefined ? hm : `${hm}:${second}`;
}

const RANGE_ON = /^\s?(?:至|到|起至|~|～|—{1,2}|–|-{1,2})\s?(?:(?:19|20)\d{2}\s?[-/.年]|\d{1,2}\s?[-/.月]\s?\d{1,2})/;
const RANGE_FROM = /\d\s?日?\s?(?:至|到|起至|~|～|—{1,2}|–|-{1,2})\s?$/;

/** True for either end of a range (2022-12-27至2022-12-31), by the text before and behind the date. */
export function isRangeEnd(ahead: string, behind: string): boolean {
  return RANGE_ON.test(behind) || RANGE_FROM.test(ahead);
}
