import { type Answer, printNumber, type Stated } from '../figure.ts';
import { type ReadNotice, type Rule, sameSentence } from '../notice.ts';
import { cellsOf, type MeantTable, numbersOf, type TableRow } from '../table.ts';
import { populationsOf } from '../vocabulary.ts';
import { meanOf } from './mean.ts';

const WORDS = /(平均(?:得?分|分数|值)?|最高(?:得?分)?|最低(?:得?分)?)(?:[为是达]|仅)?$/;
const COLUMN = /得分|总分|分数|评分|^分值$/;

/** 平均得分88.43分，最高分95分，最低分76分, against a column of scores. One that fits says that the table is meant. */
export const extremes: Rule = (notice) => ({
  answers: notice.figures.flatMap((figure) => {
    if (!isExtreme(figure)) return [];
    const siblings = sameSentence(notice, figure).filter(isExtreme);
    const columns = scoreColumns(notice);
    const column =
      columns.find((one) => siblings.some((other) => weighAmong(other, one)?.verdict === 'agrees')) ?? namedColumn(columns, figure);
    return column ? (weighAmong(figure, column) ?? []) : [];
  }),
});

const isExtreme = ({ unit, before, approximate }: Stated): boolean => unit === '分' && !approximate && WORDS.test(before.trim());

/** 区直部门平均得分: the one table that lists them, or that has an average of its own. */
function namedColumn(columns: readonly ScoreColumn[], figure: Stated): ScoreColumn | undefined {
  const kinds = populationsOf(figure.before);
  const own = columns.filter(
    ({ table }) => (columns.length === 1 && table.averages.length > 0) || [...populationsOf(table.title)].some((kind) => kinds.has(kind)),
  );
  return own.length === 1 && !/较|比|去年|上[年季月]/.test(figure.before) ? own[0] : undefined;
}

interface ScoreColumn {
  table: MeantTable;
  at: number;
}

const scoreColumns = (notice: ReadNotice): ScoreColumn[] =>
  notice.tables.flatMap((table) =>
    table.partial ? [] : table.columns.flatMap(({ kind, header }, at) => (kind === 'number' && COLUMN.test(header) ? [{ table, at }] : [])),
  );

const OF_ALL = /^(?:其中|全[省市县区州]|各|被|参评|参加|考核|测评|评估|检查|单位|部门单位|总体|综合|本次|的|\d+[家个])*$/;

/** Of all rows, or of those of a group that the words name; of a group that the table does not tell apart nothing is known. */
function weighAmong(figure: Stated, { table, at }: ScoreColumn): Answer | null {
  const groups = table.columns.flatMap(({ kind }, i) => (kind === 'text' && i !== table.name ? groupsOf(table, i) : []));
  const named = groups.filter(({ word }) => figure.before.includes(word));
  const readings = (named.length > 0 ? named.map(({ rows }) => rows) : [table.rows]).map((rows) =>
    weigh(figure, { table: { ...table, rows }, at }),
  );
  const fitting = readings.find(({ verdict }) => verdict === 'agrees');
  const left = named.reduce((words, { word }) => words.replace(word, ''), figure.before.trim().replace(WORDS, ''));
  const counted = /^\D*(\d+)[家个](?:\p{Script=Han}{1,6})$/u.exec(left)?.[1];
  const apart =
    Number(counted) !== table.rows.length &&
    !OF_ALL.test(left) &&
    ![...populationsOf(left)].some((kind) => populationsOf(table.title).has(kind));
  return fitting ?? (apart || readings.length !== 1 ? null : (readings[0] ?? null));
}

/** Rows under one word of a column that sorts them. */
function groupsOf(table: MeantTable, at: number): { word: string; rows: readonly TableRow[] }[] {
  const words = [...new Set(table.rows.map((row) => row.cells[at] ?? ''))].filter((word) => word.length >= 2);
  return words.length * 2 > table.rows.length
    ? []
    : words.map((word) => ({ word, rows: table.rows.filter((row) => row.cells[at] === word) }));
}

function weigh(figure: Stated, { table, at }: ScoreColumn): Answer {
  const numbers = numbersOf(table, at);
  const values = numbers.map(({ value }) => value);
  const kind = WORDS.exec(figure.before.trim())?.[1] ?? '';
  const header = table.columns[at]?.header ?? '';
  const right = kind.startsWith('平均')
    ? meanOf(values, figure.value, figure.decimals)
    : exact(kind.startsWith('最高') ? Math.max(...values) : Math.min(...values), figure);
  const rows = numbers.map(({ row }) => row);
  const how = `“${header}”一列的${kind.slice(0, 2)}${kind.startsWith('平均') ? '数' : '值'}`;
  const basis = { table: table.id, rows: rows.map(({ line }) => line), column: header, how, cells: cellsOf(table, rows, at) };
  return { figure, verdict: right.agrees ? 'agrees' : 'disagrees', recomputed: `${right.printed}分`, basis, explanations: [] };
}

const exact = (value: number, figure: Stated): { agrees: boolean; printed: string } => ({
  agrees: value === figure.value,
  printed: printNumber(value, Math.max(figure.decimals, `${value}`.split('.')[1]?.length ?? 0), ''),
});
