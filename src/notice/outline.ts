import { type Figure, printFigure } from './figure.ts';
import type { Level, Marks, NoticeDocument, Paragraph } from './model.ts';
import type { Run } from './run.ts';

const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 as headings write them: 一, 十, 十二, 二十三. */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** Number of a heading in front of its words (GB/T 9704 7.3.3): 一、 （一） 1. （1）. */
function label(level: Level, n: number): string {
  return ['', `${chineseNumber(n)}、`, `（${chineseNumber(n)}）`, `${n}.`, `（${n}）`][level] ?? '';
}

export interface NumberedParagraph {
  /** Stands before the heading: （一）, ●; empty where there is none. */
  label: string;
  /** As printed, in brackets where the marks want them. */
  heading: string | null;
  paragraph: Paragraph;
}

/** Gives every heading its number or mark; a number begins again under each higher heading. */
export function numbered(paragraphs: readonly Paragraph[], marks: Marks = 'official'): NumberedParagraph[] {
  const counts = [0, 0, 0, 0, 0];
  return paragraphs.map((paragraph) => {
    const { level, heading } = paragraph;
    if (marks === 'bullets') {
      return { label: level > 1 ? '●' : '', heading: level === 1 && heading !== null ? `［${heading}］` : heading, paragraph };
    }
    if (level > 0) {
      counts[level] = (counts[level] ?? 0) + 1;
      counts.fill(0, level + 1);
    }
    return { label: label(level, counts[level] ?? 0), heading, paragraph };
  });
}

/** One run as printed. A figure that is not defined prints as a dash, as one that cannot be computed. */
export function runText(run: Run, figures: ReadonlyMap<string, Figure>): string {
  if ('text' in run) return run.text;
  if ('quoted' in run) return run.quoted;
  const figure = figures.get(run.figure);
  return figure ? printFigure(figure) : '—';
}

export function plainText(runs: readonly Run[], figures: ReadonlyMap<string, Figure>): string {
  return runs.map((run) => runText(run, figures)).join('');
}

export const figureMap = (document: NoticeDocument): ReadonlyMap<string, Figure> => new Map(document.figures.map((f) => [f.id, f]));

/** 附件说明 lines: the title alone when there is one, numbered when there are several; no mark after a title. */
export function attachmentLines(titles: readonly string[]): string[] {
  return titles.length === 1 ? [...titles] : titles.map((title, i) => `${i + 1}.${title}`);
}

/** 附件1, or 附件 when it is the only one (GB/T 9704 7.3.7). */
export function attachmentMark(index: number, count: number): string {
  return count === 1 ? '附件' : `附件${index + 1}`;
}

/** Items of a note under a table; several are numbered and parted by semicolons. */
export function noteText(notes: { label: string; items: readonly (readonly Run[])[] }, figures: ReadonlyMap<string, Figure>): string {
  const items = notes.items.map((item, i) => `${notes.items.length > 1 ? `${i + 1}.` : ''}${plainText(item, figures)}`);
  return `${notes.label}：${items.join('；')}。`;
}
