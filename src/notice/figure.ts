import { halfUpRatio } from '../core/half-up.ts';

/** Which rows a figure counts: a column holds one of the values, or is filled. All conditions must hold. */
export type Condition =
  | { readonly column: string; readonly in: readonly (string | number | boolean | null)[] }
  | { readonly column: string; readonly filled: true };

/**
 * Where a number comes from. `table` is the id of an attachment's table, or `channels`, `problems`, `volumes` for the
 * rows of the snapshot itself where no attachment prints them. `part`, `base`, `of`, `from`, `minus` are ids of figures.
 */
export type FigureSource =
  | { op: 'count'; table: string; where: readonly Condition[]; distinct?: string }
  | { op: 'sum'; table: string; columns: readonly string[] }
  | { op: 'value'; table: string; rows: readonly string[]; column: string }
  /** No rate where all of the base is `undecided`: that nobody could be judged is not that nobody passed. */
  | { op: 'rate'; part: string; base: string; undecided?: string }
  | { op: 'total'; of: readonly string[] }
  | { op: 'difference'; from: string; minus: string }
  /** A number some other system states, kept in the snapshot under this path (volumes.portalTotal). */
  | { op: 'given'; path: string };

export interface FigureDefinition {
  id: string;
  /** What is counted, in words, so that a typed number can be matched to it. */
  name: string;
  /** 家, 个, 条, %. Printed right after the number. */
  unit: string;
  decimals: number;
  /** Id of the figure that is the base (基数) of this one. */
  base: string | null;
  /** Kind of channel whose base this is, to compare with the last notice. */
  kind: string | null;
  from: FigureSource;
}

/** null: cannot be computed (nothing stated, base of 0, nothing of the base decided). */
export interface Figure extends FigureDefinition {
  value: number | null;
}

/** `39家`, `88.6%`, `88.0%`, `100%`; a figure that could not be computed prints as a dash. */
export function printFigure(figure: Pick<Figure, 'value' | 'unit' | 'decimals'>): string {
  const { value, unit, decimals } = figure;
  if (value === null) return '—';
  const whole = unit !== '%' || value === 100 || value === 0;
  return `${whole && Number.isInteger(value) ? value : value.toFixed(Math.max(decimals, decimalsOf(value)))}${unit}`;
}

/**
 * Percentage rounded half up: 39 of 44 → 88.6. Where rounding would read as all or nothing and it is not (2999 of 3000),
 * as many decimals more are kept as tell it: 99.97.
 */
export function percentage(part: number, base: number, decimals: number): number | null {
  if (base === 0) return null;
  const value = halfUpRatio(100n * BigInt(part), BigInt(base), decimals);
  const misleads = (value === 100 && part !== base) || (value === 0 && part !== 0);
  return misleads && decimals < 6 ? percentage(part, base, decimals + 1) : value;
}

const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;
