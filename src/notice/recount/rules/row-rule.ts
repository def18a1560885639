import { type Answer, printNumber } from '../figure.ts';
import { cellNumber } from '../numbers.ts';
import { cellsOf, type MeantTable, type TableRow } from '../table.ts';
import { cellFigure } from './cell-figure.ts';

/** A column that is said to follow from others, row by row. */
export interface RowRule {
  /** The column that follows. */
  at: number;
  /** The columns it follows from. */
  used: readonly number[];
  value(row: TableRow): number;
  /** Rows that can be asked; without it those with a number in one of the columns used. */
  applies?(row: TableRow): boolean;
  how: string;
}

/** Fewer rows that follow a rule prove no rule. */
const LEAST_ROWS = 3;
const MOST = 0.7;

export const numberAt = (row: TableRow, at: number): number | null => cellNumber(row.cells[at] ?? '')?.value ?? null;
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Rows of which the rule can be asked, when most follow it; null when they do not. */
export function followed(table: MeantTable, { at, used, value, applies }: RowRule): TableRow[] | null {
  const asked = applies ?? ((row: TableRow): boolean => used.some((i) => numberAt(row, i) !== null));
  const rows = [...table.rows, ...table.totals].filter((row) => numberAt(row, at) !== null && asked(row));
  const hits = rows.filter((row) => value(row) === numberAt(row, at)).length;
  return hits >= LEAST_ROWS && hits >= rows.length * MOST ? rows : null;
}

/** What the rule says of each of the rows. */
export function rowAnswers(table: MeantTable, { at, used, value, how }: RowRule, rows: readonly TableRow[]): Answer[] {
  return rows.flatMap((row): Answer[] => {
    const figure = cellFigure(table, row, at, 'sum');
    if (!figure) return [];
    const right = value(row);
    const basis = {
      table: table.id,
      rows: [row.line],
      column: table.columns[at]?.header ?? null,
      how,
      cells: used.flatMap((i) => cellsOf(table, [row], i)),
    };
    const verdict = figure.value === right ? 'agrees' : 'disagrees';
    return [{ figure, verdict, recomputed: printNumber(right, figure.decimals, ''), basis, explanations: [] }];
  });
}
