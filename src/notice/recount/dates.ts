import type { CalendarDate } from '../../core/date.ts';
import type { NoticeText } from './document.ts';
import { datesIn, halfWidth } from './numbers.ts';
import { periodIn, type Span } from './period-words.ts';

const ALONE = /^[（(]?\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})年\s*\d{1,2}月\s*\d{1,2}日)\s*(印发)?\s*[）)]?$/;
const PRINTED = /((?:\d{4})年\d{1,2}月\d{1,2}日)\s*印发$/;
const COUNTED_TO =
  /(?:截至|截止)(?:到|至|时间)?[^，。；]{0,4}?((?:\d{4}年)?\d{1,2}月\d{1,2}日)|(?:监测|检查|统计|巡查)时间[^。；]*?至((?:\d{4}年)?\d{1,2}月\d{1,2}日)/;
const REPORT = /通报|情况|结果|报告|月报|季报|简报/;

/** A day that stands alone on a line: signature or printing. */
export interface SignedDate {
  block: number;
  date: CalendarDate;
  quote: string;
  start: number;
  printed: boolean;
}

/** The days a notice is about. */
export interface NoticeDates {
  /** Signature (成文日期); null when none is printed. */
  signature: SignedDate | null;
  /** 印发日期. */
  printing: SignedDate | null;
  /** The period of the title, else of the first sentences. */
  about: Span | null;
  /** The day up to which it says it counted: 统计时间截至…, 监测时间为…至…. */
  cutoff: CalendarDate | null;
}

export function datesOf(text: NoticeText, year: number | null): NoticeDates {
  const signed = signatures(text);
  return {
    signature: signed.find(({ printed }) => !printed) ?? null,
    printing: signed.find(({ printed }) => printed) ?? null,
    about: aboutOf(text, year),
    cutoff: cutoffOf(text, year),
  };
}

function signatures({ paragraphs }: NoticeText): SignedDate[] {
  return paragraphs.flatMap(({ block, text }) => {
    const line = halfWidth(text.trim());
    const match = ALONE.exec(line) ?? PRINTED.exec(line);
    const quote = match?.[1]?.trim() ?? '';
    const found = match ? datesIn(quote, null)[0] : undefined;
    return found
      ? [{ block, date: found.date, quote, start: Math.max(0, halfWidth(text).indexOf(quote)), printed: /印发$/.test(line) }]
      : [];
  });
}

/** Plans and calls name a period that is still to come; only reports can be too early. */
function aboutOf({ title, paragraphs }: NoticeText, year: number | null): Span | null {
  if (!REPORT.test(title) || /方案|计划|要点|安排/.test(title)) return null;
  const texts = [
    title,
    ...paragraphs
      .slice(0, 4)
      .map(({ text }) => text)
      .filter((text) => /季度|半年/.test(text) && REPORT.test(text)),
  ];
  for (const text of texts) {
    const found = periodIn(text, year);
    if (found) return found;
  }
  return null;
}

function cutoffOf({ tables, paragraphs }: NoticeText, year: number | null): CalendarDate | null {
  for (const text of [...tables.flatMap(({ notes }) => notes), ...paragraphs.map((paragraph) => paragraph.text)]) {
    const match = COUNTED_TO.exec(halfWidth(text));
    const found = match ? datesIn((match[1] ?? match[2]) as string, year)[0] : undefined;
    if (found) return found.date;
  }
  return null;
}
