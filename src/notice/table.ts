import type { Run } from './run.ts';

/** null is "not stated" and prints blank (or the column's `blank`), never 0. A line break parts two entries of one cell. */
export type Cell = string | number | null;
export type ColumnType = 'text' | 'ordinal' | 'count' | 'rate';

/** Rates in a table all show as many, so that 105.40 stands under 114.73; the format of the spreadsheet says the same. */
const RATE_DECIMALS = 2;

export interface TableColumn {
  key: string;
  title: string;
  /** Upper head over neighbouring columns that carry the same words; null for a head of the full height. */
  group: string | null;
  type: ColumnType;
  /** Millimetres; the columns of a table add up to 156 upright or 225 across. */
  width: number;
  align: 'left' | 'center';
  /** What an empty cell prints: `/` where there is no account. */
  blank: string;
}

export interface TableRow {
  id: string;
  cells: Readonly<Record<string, Cell>>;
  /** Ids of the snapshot's channels or problems this row was made from. */
  from: readonly string[];
}

/** Rows `from` … `from + rows - 1` of one column are printed as one cell; each row still holds the value. */
export interface Merge {
  column: string;
  from: number;
  rows: number;
}

export interface Table {
  id: string;
  orientation: 'portrait' | 'landscape';
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  merges: readonly Merge[];
  /** 说明 or 备注 under the table; several items are numbered. */
  notes: { label: '说明' | '备注'; items: readonly (readonly Run[])[] } | null;
}

/** A column with the usual settings: text, left, blank when empty, no upper head. */
export function column(key: string, title: string, width: number, more: Partial<TableColumn> = {}): TableColumn {
  return { key, title, width, group: null, type: 'text', align: 'left', blank: '', ...more };
}

/** Merges of the runs of neighbouring rows that share the value of `by`, one merge for each column named. */
export function mergeRuns(rows: readonly TableRow[], by: string, columns: readonly string[]): Merge[] {
  const merges: Merge[] = [];
  for (let from = 0; from < rows.length; ) {
    let end = from + 1;
    while (end < rows.length && rows[end]?.cells[by] === rows[from]?.cells[by]) end += 1;
    if (end - from > 1) merges.push(...columns.map((name) => ({ column: name, from, rows: end - from })));
    from = end;
  }
  return merges;
}

/** How a cell reads on paper. */
export function cellText(table: Table, row: TableRow, key: string): string {
  const value = row.cells[key] ?? null;
  const column = table.columns.find((c) => c.key === key);
  const blank = column?.blank ?? '';
  if (value === null || value === '') return blank;
  return typeof value === 'number' && column?.type === 'rate' ? value.toFixed(RATE_DECIMALS) : String(value);
}

/** One cell of the printed head: where it stands and how far it reaches. */
export interface HeadCell {
  title: string;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The head as cells: one row, or two where some columns share an upper head. */
export function headCells(columns: readonly TableColumn[]): { rows: number; cells: HeadCell[] } {
  const deep = columns.some((c) => c.group !== null);
  const cells: HeadCell[] = [];
  columns.forEach((c, index) => {
    if (!deep || c.group === null) {
      cells.push({ title: c.title, row: 0, column: index, rows: deep ? 2 : 1, columns: 1 });
      return;
    }
    const before = columns[index - 1];
    const upper = cells.findLast((cell) => cell.row === 0);
    if (before?.group === c.group && upper) upper.columns += 1;
    else cells.push({ title: c.group, row: 0, column: index, rows: 1, columns: 1 });
    cells.push({ title: c.title, row: 1, column: index, rows: 1, columns: 1 });
  });
  return { rows: deep ? 2 : 1, cells };
}
