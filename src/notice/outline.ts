import { headingLabels } from '../core/heading-number.ts';
import { type Figure, printFigure } from './figure.ts';
import type { Marks, NoticeDocument, Paragraph } from './model.ts';
import type { Run } from './run.ts';

export interface NumberedParagraph {
  /** Stands before the heading: （一）, ●; empty where there is none. */
  label: string;
  /** As printed, in brackets where the marks want them. */
  heading: string | null;
  paragraph: Paragraph;
}

/** Gives every heading its number or mark; a number begins again under each higher heading. */
export function numbered(paragraphs: readonly Paragraph[], marks: Marks = 'official'): NumberedParagraph[] {
  const labels = headingLabels(
    paragraphs.map(({ level }) => level),
    marks,
  );
  return paragraphs.map((paragraph, i) => {
    const { level, heading } = paragraph;
    const bracketed = marks === 'bullets' && level === 1 && heading !== null;
    return { label: labels[i] ?? '', heading: bracketed ? `［${heading}］` : heading, paragraph };
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
