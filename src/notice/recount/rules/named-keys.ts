import type { Stated } from '../figure.ts';
import { cellNumber } from '../numbers.ts';
import { type MeantTable, numbersOf, type TableRow } from '../table.ts';
import { isBlankCell } from '../vocabulary.ts';

/** A word of a table by which a text speaks of rows: the name of one, or a kind that several share. */
export interface Key {
  name: string;
  /** The column the word stands in. */
  column: number;
  rows: readonly TableRow[];
}

/** What a number behind a key may be: the cell or sum of a column, or how many rows there are. */
export type Measure = number | 'rows';

/** Every word of the text columns of a table, with the rows it stands in; an office also under its place (大桥镇政府, 大桥镇). */
export function keysOf(table: MeantTable): Key[] {
  return table.columns.flatMap(({ kind }, column) => {
    if (kind !== 'text') return [];
    const byName = new Map<string, TableRow[]>();
    for (const row of table.rows) {
      const name = row.cells[column]?.replace(/\s/g, '') ?? '';
      if (name.length < 2 || name.length > 20 || isBlankCell(name)) continue;
      byName.set(name, [...(byName.get(name) ?? []), row]);
    }
    return [...byName].flatMap(([name, rows]) => {
      const place = name.replace(/(?:人民政府|政府|办事处|管委会)$/, '');
      return [name, ...(place !== name && place.length >= 2 && !byName.has(place) ? [place] : [])].map((one) => ({
        name: one,
        column,
        rows,
      }));
    });
  });
}

/** Measures that a column of keys allows. */
export function measuresOf(table: MeantTable, keys: readonly Key[]): Measure[] {
  const columns = table.columns.flatMap(({ kind }, at): Measure[] => (kind === 'number' || kind === 'percent' ? [at] : []));
  return keys.some(({ rows }) => rows.length > 1) ? [...columns, 'rows'] : columns;
}

/** The value a measure gives a key, with its decimals; null where a number is missing, or shares would have to be added. */
export function measured(table: MeantTable, key: Key, measure: Measure): { value: number; decimals: number } | null {
  if (measure === 'rows') return { value: key.rows.length, decimals: 0 };
  const shares = table.columns[measure]?.kind === 'percent';
  const rows = shares && key.rows.length > 1 ? table.totals.filter((row) => row.cells[key.column] === key.name) : key.rows;
  if (shares || rows.length === 1) {
    const number = rows.length === 1 ? cellNumber(rows[0]?.cells[measure] ?? '') : null;
    return number && { value: number.value, decimals: number.decimals };
  }
  const numbers = numbersOf({ ...table, rows }, measure);
  if (numbers.length === 0) return null;
  const decimals = Math.max(0, ...numbers.map((one) => one.decimals));
  return { value: numbers.reduce((sum, { value }) => sum + Math.round(value * 10 ** decimals), 0) / 10 ** decimals, decimals };
}

/** Another number of the same row is the one told: it may be meant. */
export const isInRow = (table: MeantTable, key: Key, { value }: Stated): boolean =>
  key.rows.some((row) => row.cells.some((cell, at) => table.columns[at]?.kind !== 'serial' && cellNumber(cell)?.value === value));
