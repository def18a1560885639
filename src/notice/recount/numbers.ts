import { type CalendarDate, makeDate } from '../../core/date.ts';

/** A number as printed: its value in whole steps of its last decimal, so that no binary fraction gets in. */
export interface Printed {
  value: number;
  decimals: number;
  percent: boolean;
  /** 约, 近, 余, 多: the figure says itself that it is not exact. */
  approximate: boolean;
}

const FULL = /[\uff10-\uff19\uff0e\uff05\uff0c]/g;
/** Full-width digits, points and percent signs as half-width ones; the length stays, so offsets do. */
export const halfWidth = (text: string): string =>
  text.replace(FULL, (c) => (c === '\uff05' ? '%' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));

const MARKS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };
/** Marks of a Chinese text as Chinese ones, whichever were typed; not within numbers, times or addresses. The length stays, so offsets do. */
export const fullMarks = (text: string): string =>
  /\p{Script=Han}/u.test(text) && !/https?:/.test(text)
    ? text.replace(/(?<!\d)[,:]|[,:](?!\d)|[;()]/g, (mark) => MARKS[mark] ?? mark)
    : text;

const CELL = /^(约|近|超)?(-?\d{1,3}(?:,\d{3})+|-?\d+)(?:\.(\d+))?(余|多)?(%)?$/;

/** The number a cell holds; null for anything else. `1,234`, `87.8%`, ` 12 `, with or without a unit of measure behind it. */
export function cellNumber(text: string): Printed | null {
  const match = CELL.exec(
    halfWidth(text)
      .replace(/\s/g, '')
      .replace(/(?<=\d)(?:家|个|条|件|次|项|篇|处|人|分)$/, ''),
  );
  if (!match) return null;
  const [, before, whole = '', part = '', more, percent] = match;
  return {
    value: Number(`${whole.replace(/,/g, '')}${part ? `.${part}` : ''}`),
    decimals: part.length,
    percent: percent !== undefined,
    approximate: before !== undefined || more !== undefined,
  };
}

const DIGITS = '零一二三四五六七八九';

/** 十六, 两, 一百零五 as a number; null when it is none. */
export function chineseNumber(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const char of text.replace(/两/g, '二').replace(/〇/g, '零')) {
    const at = DIGITS.indexOf(char);
    if (at >= 0) digit = at;
    else if (char === '十' || char === '百') {
      total += (digit === 0 ? 1 : digit) * (char === '十' ? 10 : 100);
      digit = 0;
    } else return null;
  }
  return text === '' ? null : total + digit;
}

/** Days written in a text, in order; a year left out is the one before it in the text, else `year`. */
export function datesIn(
  text: string,
  year: number | null,
): { date: CalendarDate; start: number; end: number; quote: string; yearWritten: boolean }[] {
  const found = [];
  let last = year;
  for (const match of halfWidth(text).matchAll(/(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g)) {
    const written = match[1] === undefined ? null : Number(match[1]);
    const date = makeDate(written ?? last ?? 0, Number(match[2]), Number(match[3]));
    if (written !== null) last = written;
    if (date === null || (written ?? last) === null) continue;
    found.push({ date, start: match.index, end: match.index + match[0].length, quote: match[0], yearWritten: written !== null });
  }
  return found;
}

/** Days written in a text that no calendar has: 2月30日, 4月34日. */
export function impossibleDates(text: string, year: number | null): { quote: string; start: number }[] {
  return [...halfWidth(text).matchAll(/(?:(\d{4})\s*年\s*)?(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g)].flatMap((match) => {
    // Without a year, one that has a 29 February.
    const of = match[1] === undefined ? (year ?? 2024) : Number(match[1]);
    return makeDate(of, Number(match[2]), Number(match[3])) === null
      ? [{ quote: text.slice(match.index, match.index + match[0].length), start: match.index }]
      : [];
  });
}
