import { addDays, type CalendarDate, chineseDate } from '../../../core/date.ts';
import { addWorkingDays, WORK_CALENDAR, workingDaysBetween } from '../../../core/work-calendar.ts';
import type { Answer, Stated } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { chineseNumber, datesIn, halfWidth } from '../numbers.ts';

const WORKING_DAYS =
  /([\d一二两三四五六七八九十]+)\s*个?工作日(?:之?内|以内)?[^。；，（(]{0,6}[（(，]?\s*(?:即|于|截至|至|最迟)?\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日)\s*(?:之?前|以前|止|内)?\s*[)）]?/g;
const ASKED = /(?:请|须|务必|应当?|要求|限)[^。；]{0,60}?((?:\d{4}年)?\d{1,2}月\d{1,2}日)\s*(?:下班)?(?:之?前|以前)/g;
const DONE = /已|了/;
/** Days by which counting from the day of receipt may differ from counting from the day of signing. */
const SLACK = 4;

/** 5个工作日内（3月22日前）: the day against the work calendar, from the day the notice was signed; a deadline before that day is none. */
export const deadline: Rule = (notice) => {
  const signed = notice.dates.signature?.date;
  if (signed === undefined) return { answers: [] };
  const answers = notice.text.paragraphs.flatMap(({ block, text }) => {
    const plain = halfWidth(text);
    const counted = [...plain.matchAll(WORKING_DAYS)].flatMap((match) => {
      const [, amount = '', day = ''] = match;
      const days = /^\d+$/.test(amount) ? Number(amount) : chineseNumber(amount);
      const due = dueDate(day, signed);
      return days === null || days < 1 || days > 60 || due === null
        ? []
        : (countedAnswer(figureOf(block, text, match, day, due), days, due, signed) ?? []);
    });
    const asked = [...plain.matchAll(ASKED)].flatMap((match) => {
      const day = match[1] as string;
      const due = dueDate(day, signed);
      if (due === null || due >= signed || DONE.test(match[0]) || isRule(plain, match) || counted.length > 0) return [];
      const figure = figureOf(block, text, match, day, due);
      const basis = { sentences: [match[0]], how: `成文日期${chineseDate(signed)}` };
      return [
        {
          figure,
          verdict: 'disagrees',
          recomputed: `不早于${chineseDate(signed)}`,
          basis,
          explanations: ['限期早于成文日期'],
        } satisfies Answer,
      ];
    });
    return [...counted, ...asked];
  });
  return { answers };
};

/** 《条例》规定应当在每年1月31日前: of every year, or what a rule says, is no term of this notice. */
function isRule(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  const words = text.slice(text.lastIndexOf('。', at) + 1, at) + match[0];
  return /每[年月季]|规定|》第/.test(words);
}

/** A day without a year is of the year of signing; in the last months of a year, one early in the year is of the next. */
function dueDate(day: string, signed: CalendarDate): CalendarDate | null {
  const year = Number(signed.slice(0, 4));
  const found = datesIn(day, year)[0];
  if (!found) return null;
  const turned = !found.yearWritten && Number(signed.slice(5, 7)) >= 10 && Number(found.date.slice(5, 7)) <= 3;
  return turned ? (datesIn(day, year + 1)[0]?.date ?? null) : found.date;
}

function countedAnswer(figure: Stated, days: number, due: CalendarDate, signed: CalendarDate): Answer | null {
  const last = addWorkingDays(signed, days, WORK_CALENDAR);
  if (last.provisional || due < signed) return last.provisional ? null : tooEarly(figure, signed);
  const { days: given } = workingDaysBetween(signed, due, WORK_CALENDAR);
  // 前 may or may not include the day itself, and the day of signing may be counted as the first.
  const fits = given === days || given === days + 1 || given === days - 1 || addDays(last.day, 1) === due;
  if (!fits && Math.abs(given - days) < SLACK) return null;
  const basis = { sentences: [figure.sentence], how: `${chineseDate(signed)}起第${days}个工作日` };
  const explanations = fits ? [] : [`从成文日期到${chineseDate(due)}有${given}个工作日；如从收到之日起算，应写明起算日`];
  return { figure, verdict: fits ? 'agrees' : 'disagrees', recomputed: chineseDate(last.day), basis, explanations };
}

const tooEarly = (figure: Stated, signed: CalendarDate): Answer => ({
  figure,
  verdict: 'disagrees',
  recomputed: `不早于${chineseDate(signed)}`,
  basis: { sentences: [figure.sentence], how: `成文日期${chineseDate(signed)}` },
  explanations: ['限期早于成文日期'],
});

function figureOf(block: number, text: string, match: RegExpExecArray | RegExpMatchArray, day: string, due: CalendarDate): Stated {
  const start = (match.index ?? 0) + match[0].lastIndexOf(day);
  return {
    id: `l${block}.${start}`,
    kind: 'date',
    quote: text.slice(start, start + day.length),
    value: Number(due.replaceAll('-', '')),
    decimals: 0,
    unit: '',
    approximate: false,
    place: { in: 'text', block, start, end: start + day.length },
    before: text.slice(match.index ?? 0, start),
    after: '',
    sentence: text.slice(match.index ?? 0, (match.index ?? 0) + match[0].length),
  };
}
