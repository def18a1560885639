import type { Allowance } from './allowance.ts';
import type { Table } from './reading.ts';
import { TableBuilder } from './table-builder.ts';

/** A cell as its row is ruled: its right edge in twips, and whether it continues the cell above or before it. */
export interface RuledCell {
  right: number;
  above: boolean;
  left: boolean;
}

/** How a row is ruled: where it begins, and its cells. */
export interface RowRule {
  from: number;
  cells: readonly RuledCell[];
}

/** Edges closer than this (half a millimetre) are the same line drawn twice. */
const SAME_LINE = 30;

/**
 * Rows of a table that say where their cells end: Word has no columns, so a cell that covers several is told only by its
 * edges. Where a row does not say it, no cell of the table is taken for a merged one.
 */
export class RuledRows {
  readonly #rows: { texts: readonly string[]; rule: RowRule | null }[] = [];
  readonly #allowance: Allowance;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  add(texts: readonly string[], rule: RowRule | null): void {
    this.#rows.push({ texts, rule });
  }

  /** The text of a merged cell stands in every place it covers. */
  table(): Table {
    const builder = new TableBuilder(this.#allowance);
    const lines = this.#lines();
    for (const { texts, rule } of this.#rows)
      builder.addRow(
        lines && rule ? spanned(texts, rule, lines) : texts.map((text) => ({ text, span: 1, down: 1, above: false, left: false })),
      );
    return builder.rows;
  }

  /** Vertical lines of the whole table from the left; null when a row does not fit its own rule. */
  #lines(): number[] | null {
    const edges: number[] = [];
    for (const { texts, rule } of this.#rows) {
      if (!rule || rule.cells.length !== texts.length || rule.cells.some(({ right }, i) => right < (rule.cells[i - 1]?.right ?? rule.from)))
        return null;
      edges.push(rule.from, ...rule.cells.map(({ right }) => right));
    }
    const sorted = edges.sort((a, b) => a - b);
    return sorted.filter((edge, i) => i === 0 || edge - (sorted[i - 1] as number) > SAME_LINE);
  }
}

function spanned(texts: readonly string[], { from, cells }: RowRule, lines: readonly number[]) {
  const lineOf = (edge: number): number =>
    Math.max(
      0,
      lines.findLastIndex((line) => line <= edge),
    );
  const empty = { text: '', span: lineOf(from), down: 1, above: false, left: false };
  let at = lineOf(from);
  const row = cells.flatMap(({ right, above, left }, i) => {
    const span = lineOf(right) - at;
    at += Math.max(0, span);
    return span > 0 ? [{ text: texts[i] as string, span, down: 1, above, left }] : [];
  });
  return empty.span > 0 ? [empty, ...row] : row;
}
