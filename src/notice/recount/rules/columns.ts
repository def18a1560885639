import { type Answer, printNumber } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { cellsOf, type MeantTable, type TableRow } from '../table.ts';
import { cellFigure } from './cell-figure.ts';

/** Columns computed from others, row by row: sums (合计, 总分) and differences (未整改, 增减). */
export const columns: Rule = (notice) => ({ answers: notice.tables.flatMap((table) => [...sums(table), ...differences(table)]) });

/** Fewer rows that follow a rule prove no rule. */
const LEAST_ROWS = 3;
const MOST = 0.7;
const SUM = /合计|总计|小计|总数|总分|总得分|^得分$|^总量$/;
const DIFFERENCE = /未|不合格|不达标|增减|增加|减少|差额|剩余|变化|净增|超期|待办|在办/;

const numberAt = (row: TableRow, at: number): number | null => cellNumber(row.cells[at] ?? '')?.value ?? null;
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A column that is the sum of the two or more number columns beside it, if its head says so and most rows agree. */
function sums(table: MeantTable): Answer[] {
  return table.columns.flatMap(({ header, kind }, at) => {
    if (kind !== 'number' || !SUM.test(header.split('—').at(-1) ?? header)) return [];
    const others = table.columns.flatMap((column, i) =>
      i !== at && column.kind === 'number' && !/排名|名次|位次/.test(column.header) ? [i] : [],
    );
    for (const added of runsBeside(others, at)) {
      const sumRow = (row: TableRow): number => rounded(added.reduce((sum, i) => sum + (numberAt(row, i) ?? 0), 0));
      const found = followed(table, at, added, sumRow);
      if (found) return answersOf(table, at, added, found, sumRow, added.map((i) => table.columns[i]?.header).join(' + '));
    }
    return [];
  });
}

/** The columns before a sum, behind it, or both; from the nearest outwards, the longest run first. */
function runsBeside(others: readonly number[], at: number): number[][] {
  const before = others.filter((i) => i < at);
  const behind = others.filter((i) => i > at);
  const runs = [
    before,
    behind,
    [...others],
    ...before.map((_, i) => before.slice(i + 1)),
    ...behind.map((_, i) => behind.slice(0, -1 - i)),
  ];
  return runs.filter((run) => run.length >= 2);
}

function differences(table: MeantTable): Answer[] {
  return table.columns.flatMap(({ header, kind }, at) => {
    if (kind !== 'number' || !DIFFERENCE.test(header)) return [];
    const numbers = table.columns.flatMap((column, i) => (i !== at && column.kind === 'number' ? [i] : []));
    for (const whole of numbers)
      for (const part of numbers) {
        if (whole === part) continue;
        const rowOf = (row: TableRow): number => rounded((numberAt(row, whole) ?? 0) - (numberAt(row, part) ?? 0));
        const found = followed(table, at, [whole, part], rowOf);
        const telling = found?.filter((row) => numberAt(row, at) !== 0 && numberAt(row, part) !== 0) ?? [];
        if (found && telling.length >= 2)
          return answersOf(table, at, [whole, part], found, rowOf, `${table.columns[whole]?.header} − ${table.columns[part]?.header}`);
      }
    return [];
  });
}

/** Rows of which the rule can be asked, when most follow it; null when they do not. */
function followed(table: MeantTable, at: number, used: readonly number[], rule: (row: TableRow) => number): TableRow[] | null {
  const rows = [...table.rows, ...table.totals].filter((row) => numberAt(row, at) !== null && used.some((i) => numberAt(row, i) !== null));
  const hits = rows.filter((row) => rule(row) === numberAt(row, at)).length;
  return hits >= LEAST_ROWS && hits >= rows.length * MOST ? rows : null;
}

function answersOf(
  table: MeantTable,
  at: number,
  used: readonly number[],
  rows: readonly TableRow[],
  rule: (row: TableRow) => number,
  how: string,
): Answer[] {
  return rows.flatMap((row): Answer[] => {
    const figure = cellFigure(table, row, at, 'sum');
    if (!figure) return [];
    const right = rule(row);
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
