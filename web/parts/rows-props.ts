import type { ReactNode } from 'react';

/** One column of a list, told once for table and cards. */
export interface Column<R> {
  title: string;
  cell(row: R, index: number): ReactNode;
  /** Pixels of the table; the columns that say none share what is left. */
  width?: number;
  align?: 'end';
  /** Shown in a table only where the page is wide. */
  spare?: true;
  /**
   * Where a telephone's card shows it: what the row is called, a mark beside that, its words, a small line below its title
   * (`foot`, unless told otherwise), its acts, or not at all.
   */
  card?: 'head' | 'mark' | 'body' | 'foot' | 'acts' | 'none';
  /** Names the order by this column. */
  sort?: string;
}

/** The order a list is in, and how to ask for another. */
export interface Order {
  by: string;
  direction: 'asc' | 'desc';
  change(by: string, direction: 'asc' | 'desc'): void;
}

/** Rows that can be chosen, by their keys. */
export interface Chosen<R> {
  keys: readonly string[];
  change(keys: readonly string[]): void;
  /** Says which row a box is for. */
  label(row: R): string;
}

/** What a list is told of, whichever form it takes. */
export interface RowsProps<R> {
  /** What the list holds, for those who hear the page. */
  label: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  keyOf(row: R): string;
  order?: Order;
  chosen?: Chosen<R> | null;
  /** Opens a row from anywhere on it by two presses; one of its cells holds the button. */
  open?(row: R): void;
  rowClass?(row: R): string | undefined;
}
