import type { Allowance } from './allowance.ts';
import type { Table } from './reading.ts';

/** More columns than any table on paper; a cell that claims to span more is broken or hostile. */
const MAX_COLUMNS = 512;

export interface Cell {
  text: string;
  /** Columns it covers. */
  span: number;
  /** `down`: rows it covers; `above`: it continues the cell above it; `left`: it continues the cell before it. */
  down: number;
  above: boolean;
  left: boolean;
}

/** Builds the rows of one table; the text of a merged cell stands in every cell it covers. */
export class TableBuilder {
  readonly rows: Table = [];
  readonly #allowance: Allowance;
  /** Cells reaching down from rows above, by column. */
  #reaching = new Map<number, { text: string; rows: number }>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  addRow(cells: readonly Cell[]): void {
    const above = this.rows.at(-1) ?? [];
    const row: string[] = [];
    const reaching = new Map<number, { text: string; rows: number }>();
    const fill = (): void => {
      for (let held = this.#reaching.get(row.length); held !== undefined; held = this.#reaching.get(row.length)) {
        if (held.rows > 1) reaching.set(row.length, { text: held.text, rows: held.rows - 1 });
        row.push(held.text);
      }
    };
    for (const { text, span, down, above: continues, left } of cells) {
      if (down <= 1 && !continues && !left) fill();
      const value = continues ? (above[row.length] ?? '') : left ? (row.at(-1) ?? '') : text;
      for (let i = Math.max(1, Math.min(span, MAX_COLUMNS)); i > 0 && row.length < MAX_COLUMNS; i--) {
        if (down > 1) reaching.set(row.length, { text: value, rows: down - 1 });
        row.push(value);
      }
    }
    fill();
    this.#reaching = reaching;
    if (this.#allowance.cells(row.length)) this.rows.push(row);
  }
}
