import type { Condition, FigureDefinition, FigureSource } from './figure.ts';

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

/** Share of one figure in another: base printed beside it, `decimals` as the template wants them (seeds V05). */
export function rateOf(id: string, name: string, part: string, base: string, decimals: number): FigureDefinition {
  return { id, name, unit: '%', decimals, base, kind: null, from: { op: 'rate', part, base } };
}
