import type { Answer } from '../figure.ts';
import type { Rule } from '../notice.ts';
import type { MeantTable, TableRow } from '../table.ts';
import { followed, numberAt, type RowRule, rounded, rowAnswers } from './row-rule.ts';
import { stockRoles } from './stock-words.ts';

/** 期初存量 | 本期新增 | 整改销号 | 期末存量: the balance of each row; under merged heads one for each of them. */
export const stockColumns: Rule = (notice) => ({ answers: notice.tables.flatMap(balances) });

function balances(table: MeantTable): Answer[] {
  const groups = new Set(table.columns.map(({ header }) => upperHead(header)));
  return [...groups].flatMap((group) => {
    const rule = ruleOf(table, group);
    const rows = rule && followed(table, rule);
    return rule && rows ? rowAnswers(table, rule, rows) : [];
  });
}

const upperHead = (header: string): string => header.slice(0, Math.max(0, header.lastIndexOf('—')));
const lowerHead = (header: string): string => header.slice(header.lastIndexOf('—') + 1);

/** The rule of the columns under one head, where each of the four is there once. */
function ruleOf(table: MeantTable, group: string): RowRule | null {
  const own = table.columns.flatMap(({ header, kind }, at) =>
    kind === 'number' && upperHead(header) === group ? [{ at, header: lowerHead(header) }] : [],
  );
  const roles = stockRoles(own.map(({ header }) => header));
  const [opening, received, done, closing] = (['opening', 'received', 'done', 'closing'] as const).map((role) => {
    const columns = own.filter((_, i) => roles[i] === role);
    return columns.length === 1 ? columns[0] : undefined;
  });
  if (!opening || !received || !done || !closing) return null;
  const of = (row: TableRow, { at }: { at: number }): number => numberAt(row, at) ?? 0;
  return {
    at: closing.at,
    used: [opening.at, received.at, done.at],
    value: (row) => rounded(of(row, opening) + of(row, received) - of(row, done)),
    how: `${opening.header} + ${received.header} − ${done.header}`,
  };
}
