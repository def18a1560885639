import { matching } from './compute.ts';
import type { Figure } from './figure.ts';
import type { NoticeDocument } from './model.ts';
import { type FactRow, factSource, rowsOf } from './rows.ts';
import type { Snapshot } from './snapshot.ts';

/** What stands behind a figure: rows of tables, or other figures it is made of. */
export interface FigureBasis {
  figure: Figure;
  table: string | null;
  /** Title of the attachment when the rows are printed there. */
  attachment: string | null;
  rows: readonly FactRow[];
  /** All rows of the table, of which `rows` are counted. */
  outOf: number | null;
  parts: readonly Figure[];
}

/** The rows and figures behind a figure, for the reader who clicks on it. null when there is no such figure. */
export function explainFigure(document: NoticeDocument, snapshot: Snapshot, id: string): FigureBasis | null {
  const figure = document.figures.find((f) => f.id === id);
  if (!figure) return null;
  const { from } = figure;
  const ids =
    from.op === 'rate' ? [from.part, from.base] : from.op === 'total' ? from.of : from.op === 'difference' ? [from.from, from.minus] : [];
  const parts = ids.flatMap((part) => document.figures.filter((f) => f.id === part));
  if (!('table' in from)) return { figure, table: null, attachment: null, rows: [], outOf: null, parts };
  const all = rowsOf(factSource(document.attachments, snapshot), from.table);
  const wanted = from.op === 'value' ? new Set(from.rows) : null;
  const rows =
    from.op === 'count'
      ? matching(from.where, all)
      : wanted
        ? all.filter((row) => wanted.has(row.id))
        : all.filter((row) => from.op === 'sum' && from.columns.some((name) => typeof row.values[name] === 'number'));
  const attachment = document.attachments.find((a) => a.table.id === from.table)?.title ?? null;
  return { figure, table: from.table, attachment, rows, outOf: all.length, parts };
}
