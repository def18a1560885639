import { type CalendarDate, makeDate } from '../../core/date.ts';
import { parsePeriod } from '../../core/period.ts';
import { chineseNumber, halfWidth } from './numbers.ts';

/** A span of whole months that a notice speaks of. */
export interface Span {
  label: string;
  from: CalendarDate;
  to: CalendarDate;
}

const QUARTER = /(?:(\d{4})年\s*)?(?:第)?([一二三四1-4])季度/;
const MONTH =
  /(?:(\d{4})年)?\s*(?<![\d—–~～至-])(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?(?![\d\s]*\d{1,2}日|底|末|初|以来|[—–~～至-]\s*\d)/;
const HALF = /(?:(\d{4})年)?(上|下)半年/;
const YEAR = /(\d{4})年(?:度|全年)/;

/** The month, quarter, half or whole year that words name first; null when they name none, or no year is known. */
export function periodIn(words: string, year: number | null): Span | null {
  const text = halfWidth(words);
  const quarter = QUARTER.exec(text);
  const month = MONTH.exec(text);
  const half = HALF.exec(text);
  const found = [quarter, month, half].filter((match) => match !== null).sort((a, b) => a.index - b.index)[0];
  if (!found) {
    const whole = YEAR.exec(text);
    return whole ? spanOf(Number(whole[1]), 1, 12, `${whole[1]}年`) : null;
  }
  const of = found[1] === undefined ? year : Number(found[1]);
  if (of === null) return null;
  const word = found[2] as string;
  if (found === quarter) {
    const number = '一二三四'.indexOf(word) + 1 || Number(word);
    return periodSpan(`${of}-Q${number}`);
  }
  if (found === half) return word === '上' ? spanOf(of, 1, 6, `${of}年上半年`) : spanOf(of, 7, 12, `${of}年下半年`);
  const number = /^\d+$/.test(word) ? Number(word) : chineseNumber(word);
  return number !== null && number >= 1 && number <= 12 ? periodSpan(`${of}-${String(number).padStart(2, '0')}`) : null;
}

function periodSpan(id: string): Span {
  const { label, from, to } = parsePeriod(id);
  return { label, from, to };
}

function spanOf(year: number, first: number, last: number, label: string): Span {
  return { label, from: makeDate(year, first, 1) as CalendarDate, to: makeDate(year, last, last === 6 ? 30 : 31) as CalendarDate };
}
