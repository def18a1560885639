import { chineseDate, weekdayOf } from '../../../core/date.ts';
import { type Period, parsePeriod } from '../../../core/period.ts';
import type { Answer, Remark, Stated } from '../figure.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { chineseNumber, datesIn, halfWidth } from '../numbers.ts';

const QUARTER = /(\d{4})年\s*(?:第)?([一二三四1-4])季度/;
const MONTH = /(?:(\d{4})年)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份)?(?!\d|\s*\d{1,2}日)/;
const ALONE = /^[（(]?\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年\s*\d{1,2}月\s*\d{1,2}日)\s*(印发)?\s*[）)]?$/;

/** Period of the title against the signature, printing against signing, and days of the week that are written out. */
export const period: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  const signed = signatures(notice);
  const about = periodOf(notice);
  const own = signed.find(({ printed }) => !printed);
  const printed = signed.find((one) => one.printed);
  if (about && own) {
    const cutoff = cutoffOf(notice);
    const early = own.date < (cutoff ?? about.to);
    if (!early && own.date < about.to)
      remarks.push({
        kind: 'period',
        quote: own.quote,
        message: `成文日期早于${about.label}结束之日${chineseDate(about.to)}，数据截至${chineseDate(cutoff as string)}`,
      });
    const explanations = early ? [`${about.label}到${chineseDate(about.to)}才结束：应注明统计截止日期，或核对成文日期`] : [];
    answers.push({
      figure: dateFigure(own),
      verdict: early ? 'disagrees' : 'agrees',
      recomputed: `不早于${chineseDate(cutoff ?? about.to)}`,
      basis: { sentences: [notice.text.title], how: about.label },
      explanations,
    });
  }
  if (own && printed && own !== printed) {
    const early = printed.date < own.date;
    answers.push({
      figure: dateFigure(printed),
      verdict: early ? 'disagrees' : 'agrees',
      recomputed: `不早于${chineseDate(own.date)}`,
      basis: { sentences: [own.quote], how: '印发日期不早于成文日期' },
      explanations: early ? ['印发日期早于成文日期'] : [],
    });
  }
  answers.push(...weekdays(notice));
  return { answers, remarks };
};

interface SignedDate {
  block: number;
  date: string;
  quote: string;
  start: number;
  printed: boolean;
}

/** Dates that stand alone on a line: signature and printing. */
function signatures(notice: ReadNotice): SignedDate[] {
  return notice.text.paragraphs.flatMap(({ block, text }) => {
    const line = halfWidth(text.trim());
    const tail = /((?:\d{4})年\d{1,2}月\d{1,2}日)\s*印发$/.exec(line);
    const match = ALONE.exec(line) ?? tail;
    const found = match ? datesIn(match[1] as string, null)[0] : undefined;
    return match && found
      ? [
          {
            block,
            date: found.date,
            quote: (match[1] as string).trim(),
            start: text.indexOf((match[1] as string).trim()),
            printed: /印发$/.test(line),
          },
        ]
      : [];
  });
}

/** The day up to which the notice says it counted: 统计时间截至…, 监测时间为…至…. */
function cutoffOf(notice: ReadNotice): string | null {
  const texts = [...notice.text.tables.flatMap(({ notes }) => notes), ...notice.text.paragraphs.map(({ text }) => text)];
  for (const text of texts) {
    const match =
      /(?:截至|截止)(?:到|至|时间)?[^，。；]{0,4}?((?:\d{4}年)?\d{1,2}月\d{1,2}日)|(?:监测|检查|统计|巡查)时间[^。；]*?至((?:\d{4}年)?\d{1,2}月\d{1,2}日)/.exec(
        halfWidth(text),
      );
    const found = match ? datesIn((match[1] ?? match[2]) as string, notice.year)[0] : undefined;
    if (found) return found.date;
  }
  return null;
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

/** The month or quarter the title (or the first sentence) says the notice is about. */
function periodOf(notice: ReadNotice): Period | null {
  const texts = [notice.text.title, ...notice.text.paragraphs.slice(0, 4).map(({ text }) => text)];
  for (const text of texts) {
    const quarter = QUARTER.exec(halfWidth(text));
    if (quarter) return parsePeriod(`${quarter[1]}-Q${'一二三四'.indexOf(quarter[2] as string) + 1 || quarter[2]}`);
  }
  const month = MONTH.exec(halfWidth(notice.text.title));
  const year = month?.[1] ? Number(month[1]) : notice.year;
  const number = month ? (/^\d+$/.test(month[2] as string) ? Number(month[2]) : chineseNumber(month[2] as string)) : null;
  return year !== null && number !== null && number >= 1 && number <= 12 ? parsePeriod(`${year}-${String(number).padStart(2, '0')}`) : null;
}

function weekdays(notice: ReadNotice): Answer[] {
  return notice.text.paragraphs.flatMap(({ block, text }) =>
    datesIn(text, notice.year).flatMap(({ date, start, end, quote, yearWritten }) => {
      const match = /^\s*[（(]\s*(?:星期|周)([一二三四五六日天])\s*[）)]/.exec(text.slice(end));
      if (!match || (!yearWritten && notice.year === null)) return [];
      const right = '日一二三四五六'[weekdayOf(date) % 7] as string;
      const stated = (match[1] as string).replace('天', '日');
      const figure = { ...dateFigure({ block, date, quote: `${quote}${match[0]}`, start, printed: false }), id: `w${block}.${start}` };
      return [
        {
          figure,
          verdict: right === stated ? 'agrees' : 'disagrees',
          recomputed: `星期${right}`,
          basis: { sentences: [quote], how: '日历' },
          explanations: [],
        } satisfies Answer,
      ];
    }),
  );
}
