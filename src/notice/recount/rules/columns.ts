import type { Answer } from '../figure.ts';
import type { Rule } from '../notice.ts';
import type { MeantTable, TableRow } from '../table.ts';
import { followed, numberAt, type RowRule, rounded, rowAnswers } from './row-rule.ts';

/** Columns computed from others, row by row: sums (合计, 总分) and differences (未整改, 增减). */
export const columns: Rule = (notice) => ({ answers: notice.tables.flatMap((table) => [...sums(table), ...differences(table)]) });

const SUM = /合计|总计|小计|总数|总分|总得分|^得分$|^总量$/;
const DIFFERENCE = /未|不合格|不达标|增减|增加|减少|差额|剩余|变化|净增|超期|待办|在办|缺|尚欠|较|相差/;

/** A column that is the sum of the two or more number columns beside it, if its head says so and most rows agree. */
function sums(table: MeantTable): Answer[] {
  return table.columns.flatMap(({ header, kind }, at) => {
    if (kind !== 'number' || !SUM.test(header.split('—').at(-1) ?? header)) return [];
    const others = table.columns.flatMap((column, i) =>
      i !== at && column.kind === 'number' && !/排名|名次|位次/.test(column.header) ? [i] : [],
    );
    for (const used of runsBeside(others, at)) {
      // Points taken off are told without a sign, or with one.
      for (const taken of used.some((i) => isTaken(table, i)) ? [-1, 1] : [1]) {
        const sign = (i: number): number => (isTaken(table, i) ? taken : 1);
        const value = (row: TableRow): number => rounded(used.reduce((sum, i) => sum + sign(i) * (numberAt(row, i) ?? 0), 0));
        const how = used.map((i, n) => `${n === 0 ? '' : sign(i) < 0 ? ' − ' : ' + '}${table.columns[i]?.header}`).join('');
        const rule: RowRule = { at, used, value, how };
        const rows = followed(table, rule);
        if (rows) return rowAnswers(table, rule, rows);
      }
    }
    return [];
  });
}

const isTaken = (table: MeantTable, at: number): boolean => /扣分|减分|扣减|负面清单/.test(table.columns[at]?.header ?? '');

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
    if ((kind !== 'number' && kind !== 'percent') || !DIFFERENCE.test(header)) return [];
    const numbers = table.columns.flatMap((column, i) => (i !== at && column.kind === kind ? [i] : []));
    for (const whole of numbers)
      for (const part of numbers) {
        if (whole === part) continue;
        const value = (row: TableRow): number => rounded((numberAt(row, whole) ?? 0) - (numberAt(row, part) ?? 0));
        const rule: RowRule = {
          at,
          used: [whole, part],
          value,
          how: `${table.columns[whole]?.header} − ${table.columns[part]?.header}`,
        };
        const rows = followed(table, rule);
        const telling = rows?.filter((row) => numberAt(row, at) !== 0 && numberAt(row, part) !== 0) ?? [];
        if (rows && telling.length >= 2) return rowAnswers(table, rule, rows);
      }
    return [];
  });
}
