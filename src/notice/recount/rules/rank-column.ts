import type { Answer } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellsOf, type MeantTable, numbersOf, type TableRow } from '../table.ts';
import { cellFigure } from './cell-figure.ts';

export const isRankHeader = (header: string): boolean => /排名|名次|位次|排序/.test(header);

/** 名次 1, 2, 3 … against the one column that most rows are ranked by. */
export const rankColumn: Rule = (notice) => ({
  answers: notice.tables.flatMap((table) =>
    table.columns.flatMap(({ header }, at) => (isRankHeader(header) && !EARLIER.test(header) ? ranks(table, at) : [])),
  ),
});

/** Ranks of another time are of numbers that are not in the table. */
const EARLIER = /上[月季期次年半]|去年|同期|变化|升降/;

/** Places a row may rightly hold: with ties counted once (1, 1, 3), closed up (1, 1, 2), or set in any order (1, 2, 3). */
interface Places {
  first: number;
  last: number;
  closed: number;
}
const asPrinted = ({ first, last, closed }: Places, ties: boolean): Places => ({ first, closed, last: ties ? first : last });

function ranks(table: MeantTable, at: number): Answer[] {
  const stated = numbersOf(table, at);
  const ties = new Set(stated.map(({ value }) => value)).size < stated.length;
  const best = table.columns
    .flatMap(({ kind, header }, measure) => {
      if (measure === at || isRankHeader(header) || (kind !== 'number' && kind !== 'percent')) return [];
      return [true, false].map((high) => {
        const places = new Map([...placesBy(table, measure, high)].map(([row, place]) => [row, asPrinted(place, ties)]));
        return { measure, places, hits: stated.filter(({ row, value }) => fits(places.get(row), value)).length };
      });
    })
    .sort((a, b) => b.hits - a.hits)[0];
  if (!best || best.hits < 3 || best.hits < stated.length * 0.7 || table.partial) return [];
  const header = table.columns[best.measure]?.header ?? '';
  return stated.flatMap(({ row, value }): Answer[] => {
    const figure = cellFigure(table, row, at, 'rank');
    const right = best.places.get(row);
    if (!figure || !right) return [];
    const basis = {
      table: table.id,
      rows: [row.line],
      column: header,
      how: `按“${header}”排列`,
      cells: cellsOf(table, [row], best.measure),
    };
    return [{ figure, verdict: fits(right, value) ? 'agrees' : 'disagrees', recomputed: `${right.first}`, basis, explanations: [] }];
  });
}

const fits = (places: Places | undefined, value: number): boolean =>
  places !== undefined && ((value >= places.first && value <= places.last) || value === places.closed);

function placesBy(table: MeantTable, measure: number, high: boolean): Map<TableRow, Places> {
  const numbers = numbersOf(table, measure);
  const isBefore = (a: number, b: number): boolean => (high ? a > b : a < b);
  return new Map(
    numbers.map(({ row, value }) => {
      const ahead = numbers.filter((other) => isBefore(other.value, value));
      const tied = numbers.filter((other) => other.value === value).length;
      return [row, { first: 1 + ahead.length, last: ahead.length + tied, closed: 1 + new Set(ahead.map((other) => other.value)).size }];
    }),
  );
}
