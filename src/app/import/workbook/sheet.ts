import type { TableDoubt } from '../../../core/block.ts';
import type { CalendarDate } from '../../../core/date.ts';

/** Why a cell cannot be read although something stands there. */
export type CellDefect = 'formula-error' | 'formula-without-value';

/** One cell. `text` is for matching, `shown` is what the user sees and what messages quote. */
export interface Cell {
  shown: string;
  /** Trimmed, blanks and widths folded. */
  text: string;
  /** The number a numeric cell holds; null for text. */
  number: number | null;
  /** The day of a cell formatted as a date. */
  date: CalendarDate | null;
  /** Repeated from the first cell of a merged range. */
  merged: boolean;
  defect: CellDefect | null;
}

export interface Row {
  /** As the user counts, from 1. */
  number: number;
  /** From column A; a missing cell is EMPTY_CELL. */
  cells: readonly Cell[];
}

/** A sheet of a workbook, or a whole csv file; rows without any text are left out, numbers stay. */
export interface Sheet {
  name: string;
  rows: readonly Row[];
  /** Origin of the serial numbers dates are counted in. */
  epoch: 1900 | 1904;
  /** Words above a table of a document, where its period and subject stand. */
  title?: string;
  /** Why its rows and columns are not sure. */
  doubt?: TableDoubt;
}

export const EMPTY_CELL: Cell = { shown: '', text: '', number: null, date: null, merged: false, defect: null };

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (index % 26));
}
