import { chineseDate, daysBetween, weekdayOf } from '../../../core/date.ts';
import type { SignedDate } from '../dates.ts';
import type { Answer, Remark, Stated } from '../figure.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { datesIn, impossibleDates } from '../numbers.ts';

/** A notice signed a few days before its period ends was written up to that day; more days are missing from its figures. */
const FEW_DAYS = 7;

/** Period of the title against the signature, printing against signing, and days of the week that are written out. */
export const period: Rule = (notice) => {
  const remarks: Remark[] = [];
  const answers = [...signature(notice, remarks), ...printing(notice), ...weekdays(notice), ...impossible(notice)];
  return { answers, remarks };
};

function signature({ dates: { signature: own, about, cutoff }, text }: ReadNotice, remarks: Remark[]): Answer[] {
  if (!about || !own) return [];
  const missing = daysBetween(own.date, cutoff !== null && cutoff < about.to ? cutoff : about.to);
  const early = missing > (cutoff === null ? FEW_DAYS : 0);
  if (!early && own.date < about.to) {
    const counted = cutoff === null ? '文中没有写明统计截止日期' : `数据截至${chineseDate(cutoff)}`;
    remarks.push({ kind: 'period', quote: own.quote, message: `成文日期早于${about.label}结束之日${chineseDate(about.to)}，${counted}` });
  }
  return [
    {
      figure: dateFigure(own),
      verdict: early ? 'disagrees' : 'agrees',
      recomputed: `不早于${chineseDate(cutoff ?? about.to)}`,
      basis: { sentences: [text.title], how: about.label },
      explanations: early ? [`${about.label}到${chineseDate(about.to)}才结束：应注明统计截止日期，或核对成文日期`] : [],
    },
  ];
}

function printing({ dates: { signature: own, printing: printed } }: ReadNotice): Answer[] {
  if (!own || !printed) return [];
  const early = printed.date < own.date;
  return [
    {
      figure: dateFigure(printed),
      verdict: early ? 'disagrees' : 'agrees',
      recomputed: `不早于${chineseDate(own.date)}`,
      basis: { sentences: [own.quote], how: '印发日期不早于成文日期' },
      explanations: early ? ['印发日期早于成文日期'] : [],
    },
  ];
}

const dateFigure = ({ block, quote, start, printed }: SignedDate): Stated => ({
  id: `d${block}`,
  kind: 'date',
  quote: printed ? `${quote}印发` : quote,
  value: 0,
  decimals: 0,
  unit: '',
  approximate: false,
  place: { in: 'text', block, start, end: start + quote.length },
  before: '',
  after: '',
  sentence: quote,
});

function weekdays(notice: ReadNotice): Answer[] {
  return notice.text.paragraphs.flatMap(({ block, text }) =>
    datesIn(text, notice.year).flatMap(({ date, start, end, quote, yearWritten }): Answer[] => {
      const match = /^\s*[（(]\s*(?:星期|周)([一二三四五六日天])\s*[）)]/.exec(text.slice(end));
      if (!match || (!yearWritten && notice.year === null)) return [];
      const right = '日一二三四五六'[weekdayOf(date) % 7] as string;
      const stated = (match[1] as string).replace('天', '日');
      const place = dateFigure({ block, date, quote: `${quote}${match[0]}`, start, printed: false });
      const basis = { sentences: [quote], how: '日历' };
      const verdict = right === stated ? 'agrees' : 'disagrees';
      return [{ figure: { ...place, id: `w${block}.${start}` }, verdict, recomputed: `星期${right}`, basis, explanations: [] }];
    }),
  );
}

const impossible = (notice: ReadNotice): Answer[] =>
  notice.text.paragraphs.flatMap(({ block, text }) =>
    impossibleDates(text, notice.year).map(({ quote, start }): Answer => {
      const figure = { ...dateFigure({ block, date: '', quote, start, printed: false }), id: `i${block}.${start}` };
      return { figure, verdict: 'disagrees', recomputed: '（没有这一天）', basis: { sentences: [quote], how: '日历' }, explanations: [] };
    }),
  );
