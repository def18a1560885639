import { addDays, type CalendarDate, daysBetween } from '../../../core/date.ts';
import { type Limit, lastDayWithin, limitName } from '../../../core/limit.ts';
import type { Answer, Stated } from '../figure.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { chineseNumber, datesIn, halfWidth } from '../numbers.ts';
import { nameOf } from '../table.ts';

const CLAIM = /超过?\s*([\d一二两三四五六七八九十半]+)\s*(个月|个?星期|周|年|天|日)/;

/** 2月16日监测到超过两周未更新，最新更新时间为2月11日: whether the claim's own dates bear it out. */
export const stale: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const table of notice.tables)
    for (const row of table.rows)
      row.cells.forEach((cell, i) => {
        const place = {
          in: 'cell',
          table: table.id,
          block: table.source.block,
          line: row.line,
          column: table.columns[i]?.header ?? '',
          row: row.row,
          at: table.columns[i]?.at ?? i,
        } as const;
        answers.push(
          ...claims(notice, cell, `${table.source.block}.${row.line}.${i}`, (start) => ({ place, about: nameOf(table, row), start })),
        );
      });
  for (const { block, text } of notice.text.paragraphs)
    answers.push(...claims(notice, text, `${block}`, (start, end) => ({ place: { in: 'text', block, start, end }, about: '', start })));
  return { answers };
};

function claims(
  notice: ReadNotice,
  text: string,
  id: string,
  placed: (start: number, end: number) => { place: Stated['place']; about: string; start: number },
): Answer[] {
  const found: Answer[] = [];
  // Each sighting has a day it was found on, the claim, and the day of the last update.
  const pattern =
    /((?:\d{4}年)?\d{1,2}月\d{1,2}日)[^。；;\n]{0,12}?(?:监测|巡查|检查|抽查|发现)[^。；;\n]{0,30}?(超过?[\d一二两三四五六七八九十半]+(?:个月|个?星期|周|年|天|日))[^。；;\n]{0,30}?(?:更新|发布)(?:时间|日期)?(?:为|是|：|:|停留在|于)?((?:\d{4}年)?\d{1,2}月\d{1,2}日)/g;
  for (const match of halfWidth(text).matchAll(pattern)) {
    const [whole, foundText = '', claimText = '', lastText = ''] = match;
    const quote = text.slice(match.index, match.index + whole.length);
    const limit = limitOf(claimText);
    const foundOn = datesIn(foundText, yearAt(text, match.index) ?? notice.year)[0]?.date;
    if (!limit || !foundOn) continue;
    const last = lastUpdate(lastText, foundOn);
    if (!last) continue;
    const { place, about } = placed(match.index, match.index + quote.length);
    const days = daysBetween(last, foundOn);
    const supported = foundOn > lastDayWithin(last, limit);
    const figure: Stated = {
      id: `s${id}.${match.index}`,
      kind: 'date',
      quote,
      value: days,
      decimals: 0,
      unit: '天',
      approximate: false,
      place,
      before: about,
      after: '',
      sentence: quote,
    };
    const basis = { sentences: [quote], how: `${last} 至 ${foundOn}` };
    const explanations = supported
      ? []
      : [
          `${about ? `${about}：` : ''}两个日期只相隔${days}天，没有超过${limitName(limit)}；超过${limitName(limit)}应在${addDays(lastDayWithin(last, limit), 1)}及以后发现`,
        ];
    found.push({ figure, verdict: supported ? 'agrees' : 'disagrees', recomputed: `相隔${days}天`, basis, explanations });
  }
  return found;
}

/** A last update without a year is of the year of the finding, or of the one before when it would lie behind it. */
function lastUpdate(text: string, foundOn: CalendarDate): CalendarDate | null {
  const year = Number(foundOn.slice(0, 4));
  const [first] = datesIn(text, year);
  if (!first) return null;
  return first.yearWritten || first.date <= foundOn ? first.date : (datesIn(text, year - 1)[0]?.date ?? null);
}

const yearAt = (text: string, at: number): number | null => {
  const years = [...text.slice(0, at).matchAll(/(20\d{2})年/g)];
  const last = years.at(-1)?.[1];
  return last && !text.slice(0, at).includes('最新更新') ? Number(last) : null;
};

const LETTERS: Readonly<Record<string, string>> = { 个月: 'M', 周: 'W', 星期: 'W', 个星期: 'W', 年: 'Y', 天: 'D', 日: 'D' };
function limitOf(text: string): Limit | null {
  const match = CLAIM.exec(text);
  if (!match) return null;
  const [, amount = '', unit = ''] = match;
  if (amount === '半') return unit === '年' ? 'P6M' : null;
  const n = /^\d+$/.test(amount) ? Number(amount) : chineseNumber(amount);
  return n === null || n === 0 ? null : `P${n}${LETTERS[unit]}`;
}
