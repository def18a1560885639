import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre/xlsx';
import { FACES } from '../layout/faces.ts';
import { PAGE } from '../layout/geometry.ts';
import { measure } from '../layout/title-lines.ts';
import type { Attachment, NoticeDocument } from '../model.ts';
import { attachmentMark, figureMap, noteText } from '../outline.ts';
import { type ColumnType, cellText, headCells, type Table } from '../table.ts';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const TITLE: CellStyle = { font: { name: FACES.title, size: 16 }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
const HEAD: CellStyle = {
  font: { name: FACES.hei, size: 11 },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const NOTE: CellStyle = { font: { name: FACES.body, size: 10 }, alignment: { vertical: 'top', wrapText: true } };
const FORMATS: Readonly<Record<ColumnType, string | undefined>> = { text: '@', ordinal: '0', count: '0', rate: '0.00' };
/** Width of one character of the default font, about 7 pixels. */
const MM_PER_CHARACTER = 1.85;
const TITLE_HEIGHT = 32;
const LINE_HEIGHT = 15;
/** The format allows no taller row. */
const TALLEST = 409;
const MM_PER_INCH = 25.4;

/**
 * One attachment: title over the whole width, head frozen and repeated on every printed page, note below.
 * Words are written as text whatever they begin with, so that =, +, - or @ in a name never becomes a formula.
 */
export function sheet(document: NoticeDocument, { title, table }: Attachment, index: number): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const last = table.columns.length - 1;
  const text = (row: number, column: number, value: string, style: CellStyle): void => {
    cells.set(`${row},${column}`, { type: 'string', value, style });
  };
  const across = (row: number): void => {
    if (last > 0) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last });
  };
  text(0, 0, title, TITLE);
  across(0);
  const head = headCells(table.columns);
  for (const cell of head.cells) {
    for (let r = 0; r < cell.rows; r += 1) for (let c = 0; c < cell.columns; c += 1) text(1 + cell.row + r, cell.column + c, '', HEAD);
    text(1 + cell.row, cell.column, cell.title, HEAD);
    const end = { endRow: cell.row + cell.rows, endCol: cell.column + cell.columns - 1 };
    if (cell.rows > 1 || cell.columns > 1) merges.push({ startRow: 1 + cell.row, startCol: cell.column, ...end });
  }
  const first = 1 + head.rows;
  bodyCells(table, first, cells, merges);
  const noteRow = first + table.rows.length;
  if (table.notes !== null) {
    text(noteRow, 0, noteText(table.notes, figureMap(document)), NOTE);
    across(noteRow);
  }
  return {
    // The mark alone: the library does not quote a name with blanks or signs where the repeated head refers to it.
    name: attachmentMark(index, document.attachments.length),
    columns: table.columns.map((column) => ({ width: column.width / MM_PER_CHARACTER })),
    rows: Array.from({ length: noteRow + 1 }, () => table.columns.map(() => null)),
    cells,
    merges,
    rowDefs: rowHeights(table, first),
    freezePane: { rows: first },
    pageSetup: {
      paperSize: 'a4',
      orientation: table.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$2:$${first}`,
      margins: {
        top: PAGE.right / MM_PER_INCH,
        bottom: PAGE.right / MM_PER_INCH,
        left: 18 / MM_PER_INCH,
        right: 18 / MM_PER_INCH,
        header: 0.4,
        footer: 0.5,
      },
    },
    headerFooter: { oddFooter: '&R— &P —', evenFooter: '&L— &P —', differentOddEven: true },
  };
}

/** Under a merge only the first row holds the value, as if merged by hand: a count over the column stays right. */
function bodyCells(table: Table, first: number, cells: Map<string, Partial<Cell>>, merges: MergeRange[]): void {
  const covered = new Set(table.merges.flatMap((m) => Array.from({ length: m.rows - 1 }, (_, i) => `${m.column}/${m.from + i + 1}`)));
  table.rows.forEach((row, r) => {
    table.columns.forEach((column, c) => {
      const under = covered.has(`${column.key}/${r}`);
      const value = under ? null : (row.cells[column.key] ?? null);
      const numFmt = FORMATS[column.type];
      const alignment = { horizontal: column.align, vertical: 'center', wrapText: true } as const;
      const style: CellStyle = { font: { name: FACES.body, size: 11 }, border: BORDER, alignment, ...(numFmt ? { numFmt } : {}) };
      const cell: Partial<Cell> =
        typeof value === 'number'
          ? { type: 'number', value, style }
          : { type: 'string', value: under ? '' : cellText(table, row, column.key), style };
      cells.set(`${first + r},${c}`, cell);
    });
  });
  for (const merge of table.merges) {
    const c = table.columns.findIndex((column) => column.key === merge.column);
    if (c >= 0) merges.push({ startRow: first + merge.from, startCol: c, endRow: first + merge.from + merge.rows - 1, endCol: c });
  }
}

/** Heights in points for the longest cell of a row: not every program fits rows to wrapped text when it opens a file. */
function rowHeights(table: Table, first: number): Map<number, { height: number }> {
  const heights = new Map([[0, { height: TITLE_HEIGHT }]]);
  table.rows.forEach((row, r) => {
    const lines = table.columns.map((column) => {
      const perLine = Math.max(1, Math.floor(column.width / MM_PER_CHARACTER / 2) - 0.5);
      const parts = cellText(table, row, column.key).split('\n');
      return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(measure(part) / perLine)), 0);
    });
    heights.set(first + r, { height: Math.min(TALLEST, Math.max(...lines) * LINE_HEIGHT + 4) });
  });
  return heights;
}
