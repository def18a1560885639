import type { Block } from '../../../core/block.ts';
import { type CalendarDate, makeDate } from '../../../core/date.ts';
import { parsePeriod } from '../../../core/period.ts';
import type { NoticePeriod } from '../problems/history.ts';
import { smallNumber } from '../words/number.ts';
import { officeDate } from '../words/office-date.ts';
import { periodInTitle } from '../words/period-words.ts';

const CUTOFF = /(?:统计(?:时间|数据)?|数据)?截[至止到](?:日期|时间)?[：:为]?\s*(\d{4})年(\d{1,2})月(\d{1,2})日/;
const MONTH_ONLY = /([十一二三四五六七八九\d]{1,3})月份/;
/** Paragraphs that may name the period: the title, the address, the first sentence. */
const OPENING_PARAGRAPHS = 6;

/** Period, cut-off and day of a notice by its own words; null when it names no period. */
export function noticeFacts(blocks: readonly Block[]): NoticePeriod | null {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);
  const signedOn = signedDay(paragraphs);
  const opening = paragraphs.slice(0, OPENING_PARAGRAPHS).join(' ');
  const id = periodInTitle(opening) ?? monthOf(opening, signedOn);
  if (id === null) return null;
  const period = parsePeriod(id);
  const stated = CUTOFF.exec(paragraphs.join('\n'));
  const day = stated ? makeDate(Number(stated[1]), Number(stated[2]), Number(stated[3])) : null;
  const inside = day !== null && period.from <= day && day <= period.to ? day : period.to;
  const cutoff = signedOn !== null && period.from <= signedOn && signedOn < inside ? signedOn : inside;
  return { period, cutoff, signedOn: signedOn !== null && signedOn >= cutoff ? signedOn : cutoff };
}

/** The date on a line of its own that stands last. */
function signedDay(paragraphs: readonly string[]): CalendarDate | null {
  for (const text of paragraphs.toReversed()) {
    const day = text.length <= 16 ? officeDate(text) : null;
    if (day !== null) return day;
  }
  return null;
}

/** 十二月份 without its year: the one the notice was signed in, or the year before. */
function monthOf(opening: string, signedOn: CalendarDate | null): string | null {
  const month = smallNumber(MONTH_ONLY.exec(opening)?.[1] ?? '');
  if (month === null || month < 1 || month > 12 || signedOn === null) return null;
  const year = Number(signedOn.slice(0, 4)) - (month > Number(signedOn.slice(5, 7)) ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}`;
}
