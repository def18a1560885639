import { z } from 'zod';
import { printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { attachmentMark, figureMap, noteText, numbered, plainText } from '../outline.ts';

/** Shape of the data file of a notice; also given out as JSON Schema. */
export const NOTICE_DATA = z.object({
  schema: z.literal('mingcha/notice-data/1'),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  signedDate: z.string().nullable(),
  period: z.object({ label: z.string(), from: z.string(), to: z.string(), cutoff: z.string() }),
  paragraphs: z.array(z.object({ heading: z.string().nullable(), text: z.string() })),
  figures: z.array(
    z.object({
      name: z.string(),
      value: z.number().nullable(),
      unit: z.string(),
      /** As the text prints it. */
      printed: z.string(),
      /** 基数 of a rate, as printed. */
      base: z.string().nullable(),
    }),
  ),
  tables: z.array(
    z.object({
      mark: z.string(),
      title: z.string(),
      columns: z.array(z.object({ key: z.string(), title: z.string(), group: z.string().nullable() })),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
      note: z.string().nullable(),
    }),
  ),
});
export type NoticeData = z.output<typeof NOTICE_DATA>;

/** The notice for programs (seeds B11): the same words, figures and rows as the page, the figures as numbers. */
export function noticeData(document: NoticeDocument): NoticeData {
  const figures = figureMap(document);
  const printedFigures = new Set(document.body.flatMap(({ runs }) => runs.flatMap((run) => ('figure' in run ? [run.figure] : []))));
  return NOTICE_DATA.parse({
    schema: 'mingcha/notice-data/1',
    title: document.title,
    number: document.number,
    issuer: document.signature.issuer,
    signedDate: document.signature.date,
    period: document.period,
    paragraphs: numbered(document.body, document.marks).map(({ label, heading, paragraph }) => ({
      heading: heading === null ? null : `${label}${heading}`,
      text: plainText(paragraph.runs, figures),
    })),
    figures: document.figures
      .filter(({ id }) => printedFigures.has(id))
      .map((figure) => {
        const base = figure.base === null ? undefined : figures.get(figure.base);
        return { name: figure.name, value: figure.value, unit: figure.unit, printed: printFigure(figure), base: base ? printFigure(base) : null };
      }),
    tables: document.attachments.map(({ title, table }, i) => ({
      mark: attachmentMark(i, document.attachments.length),
      title,
      columns: table.columns.map(({ key, title: head, group }) => ({ key, title: head, group })),
      rows: table.rows.map((row) => Object.fromEntries(table.columns.map(({ key }) => [key, row.cells[key] ?? null]))),
      note: table.notes === null ? null : noteText(table.notes, figures),
    })),
  });
}
