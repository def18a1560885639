import type { NoticeDocument } from '../model.ts';
import { figureMap, numbered, plainText } from '../outline.ts';
import { cellText } from '../table.ts';

/** Paragraphs as printed: mark, heading and words. */
export function printedBody(document: NoticeDocument): string[] {
  const figures = figureMap(document);
  return numbered(document.body, document.marks).map(({ label, heading, paragraph }) => {
    const text = plainText(paragraph.runs, figures);
    return `${label}${heading ?? ''}${heading !== null && text !== '' ? '。' : ''}${text}`;
  });
}

/** Cells of a table as printed, by its id; empty where there is no such table. */
export function printedRows(document: NoticeDocument, id: string): string[][] {
  const table = document.attachments.find((attachment) => attachment.table.id === id)?.table;
  return table?.rows.map((row) => table.columns.map((column) => cellText(table, row, column.key))) ?? [];
}

export const figureValue = (document: NoticeDocument, id: string): number | null =>
  document.figures.find((figure) => figure.id === id)?.value ?? null;
