import { type Answer, printNumber, type Stated } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellsOf, type MeantTable, numbersOf, type TableRow } from '../table.ts';
import { isSubtotalName } from '../vocabulary.ts';
import { cellFigure } from './cell-figure.ts';
import { meanOf } from './mean.ts';

/** Rows of a table that sum or average others: 合计, 小计, 平均. */
export const totals: Rule = (notice) => ({
  answers: notice.tables.flatMap((table) => [...grandTotals(table), ...subtotals(table), ...averages(table)]),
});

/** Columns that are added up; scores and ranks are averaged or left out in a row of totals. */
const isAdded = (table: MeantTable, at: number): boolean => {
  const column = table.columns[at];
  return column?.kind === 'number' && !/平均|均值|排名|名次|位次|序时|[人日月]均/.test(column.header);
};
const isScore = (table: MeantTable, at: number): boolean => /分$|得分|分数|评分/.test(table.columns[at]?.header ?? '');

/** Growth of the whole is no sum of growths; differences are added up. */
const isGrowth = (table: MeantTable, at: number): boolean => /[同环]比|增幅|增速|涨跌|升降/.test(table.columns[at]?.header ?? '');

const isSubtotal = (row: TableRow): boolean => row.cells.slice(0, 3).some(isSubtotalName);

interface Checked {
  figure: Stated;
  at: number;
  rows: readonly TableRow[];
  sum: number;
}

/** One row that sums a whole table. Where no column adds up, the table lists something else than what is summed. */
function grandTotals(table: MeantTable): Answer[] {
  const whole = table.totals.filter((row) => !isSubtotal(row));
  // Of several such rows each sums rows of its own, like a row of subtotals.
  if (whole.length !== 1) return whole.length > 1 ? grouped(table, whole) : [];
  return judged(table, checkedCells(table, whole[0] as TableRow, table.rows));
}

function subtotals(table: MeantTable): Answer[] {
  return grouped(table, table.totals.filter(isSubtotal));
}

/** Rows that sum those above them, or those below, whichever fits more often. */
function grouped(table: MeantTable, sums: readonly TableRow[]): Answer[] {
  const borders = table.totals.map(({ line }) => line);
  const above = sums.flatMap((row) => {
    const from = Math.max(0, ...borders.filter((line) => line < row.line));
    return checkedCells(
      table,
      row,
      table.rows.filter(({ line }) => line > from && line < row.line),
    );
  });
  const below = sums.flatMap((row) => {
    const to = Math.min(Number.POSITIVE_INFINITY, ...borders.filter((line) => line > row.line));
    return checkedCells(
      table,
      row,
      table.rows.filter(({ line }) => line > row.line && line < to),
    );
  });
  const hits = (checked: readonly Checked[]): number => checked.filter(({ figure, sum }) => figure.value === sum).length;
  const better = hits(above) >= hits(below) ? above : below;
  return hits(better) === 0 ? [] : judged(table, better);
}

function checkedCells(table: MeantTable, total: TableRow, rows: readonly TableRow[]): Checked[] {
  return table.columns.flatMap((_, at) => {
    const figure = isAdded(table, at) ? cellFigure(table, total, at, 'sum') : null;
    const own = { ...table, rows: rows.filter((row) => !/^其中/.test(row.cells[table.name ?? 0] ?? '')) };
    const numbers = numbersOf(own, at);
    if (!figure || numbers.length < 2) return [];
    const scale = 10 ** Math.max(0, ...numbers.map(({ decimals }) => decimals));
    const sum = numbers.reduce((all, { value }) => all + Math.round(value * scale), 0) / scale;
    return [{ figure, at, rows: numbers.map(({ row }) => row), sum }];
  });
}

function judged(table: MeantTable, checked: readonly Checked[]): Answer[] {
  const agreeing = checked.filter(({ figure, sum }) => figure.value === sum);
  // With several columns none of which adds up, or in a table of examples, the row sums more than what is listed.
  if (agreeing.length === 0 && (checked.length > 1 || table.partial)) return [];
  return checked.flatMap(({ figure, at, rows, sum }): Answer[] => {
    const agrees = figure.value === sum;
    if (!agrees && (isScore(table, at) || isGrowth(table, at) || table.partial)) return [];
    const header = table.columns[at]?.header ?? '';
    return [
      {
        figure,
        verdict: agrees ? 'agrees' : 'disagrees',
        recomputed: printNumber(sum, figure.decimals, ''),
        basis: {
          table: table.id,
          rows: rows.map(({ line }) => line),
          column: header,
          how: `“${header}”${rows.length}行相加`,
          cells: cellsOf(table, rows, at),
        },
        explanations: agrees ? [] : gapOf(table, at, rows, figure.value - sum),
      },
    ];
  });
}

/** Rows whose number alone would explain the gap. */
function gapOf(table: MeantTable, at: number, rows: readonly TableRow[], gap: number): string[] {
  const own = numbersOf({ ...table, rows }, at).filter(({ value }) => value === Math.abs(gap));
  const said = own
    .slice(0, 2)
    .map(({ row }) => `${gap < 0 ? '漏加了' : '重复加了'}“${row.cells[table.name ?? 0] ?? `第${row.line}行`}”（${Math.abs(gap)}）`);
  return said.length > 0 ? said : [`与各行之和相差${Math.abs(gap)}`];
}

/** A row of averages, column by column; it counts as one once most of its cells are. */
function averages(table: MeantTable): Answer[] {
  return table.averages.flatMap((row) => {
    const cells = table.columns.flatMap((_, at) => {
      const figure =
        table.columns[at]?.kind === 'number' || table.columns[at]?.kind === 'percent' ? cellFigure(table, row, at, 'sum') : null;
      const numbers = numbersOf(table, at);
      if (!figure || numbers.length < 2) return [];
      return [
        {
          figure,
          at,
          rows: numbers.map((one) => one.row),
          mean: meanOf(
            numbers.map(({ value }) => value),
            figure.value,
            figure.decimals,
          ),
        },
      ];
    });
    const hits = cells.filter(({ mean }) => mean.agrees).length;
    if (hits === 0 || hits * 2 < cells.length || table.partial) return [];
    return cells.map(({ figure, at, rows, mean }): Answer => {
      const header = table.columns[at]?.header ?? '';
      const basis = {
        table: table.id,
        rows: rows.map(({ line }) => line),
        column: header,
        how: `“${header}”${rows.length}行的平均数`,
        cells: cellsOf(table, rows, at),
      };
      return { figure, verdict: mean.agrees ? 'agrees' : 'disagrees', recomputed: mean.printed, basis, explanations: [] };
    });
  });
}
