import type { Condition, FigureDefinition, FigureSource } from './figure.ts';
import type { Snapshot } from './snapshot.ts';

/** A count without a base: `counted('volumes.units', '附件统计单位', '个', …)`. */
export function counted(
  id: string,
  name: string,
  unit: string,
  from: FigureSource,
  more: Partial<FigureDefinition> = {},
): FigureDefinition {
  return { id, name, unit, decimals: 0, base: null, kind: null, from, ...more };
}

/** Rows of a table that meet every condition. */
export const countOf = (table: string, ...where: readonly Condition[]): FigureSource => ({ op: 'count', table, where });
/** A value the snapshot holds under this path. */
export const givenAt = (path: string): FigureSource => ({ op: 'given', path });

/**
 * 合格率 `of.rate`: share of `of.pass` in `of.base`, base printed beside it, `decimals` as the template wants them (seeds V05); none where
 * all of the base is `of.undecided`.
 */
export function passRateOf(
  of: string,
  name: string,
  decimals: number,
  { undecidedTold }: Pick<Snapshot, 'undecidedTold'>,
): FigureDefinition {
  const [id, part, base] = [`${of}.rate`, `${of}.pass`, `${of}.base`];
  const from: FigureSource = { op: 'rate', part, base, ...(undecidedTold ? { undecided: `${of}.undecided` } : {}) };
  return { id, name, unit: '%', decimals, base, kind: null, from };
}
