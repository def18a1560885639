import { type Answer, printNumber, type Remark } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { ROUNDING_NAMES, type Rounding, roundingOf, share } from '../rate.ts';
import { cellsOf, type MeantTable, nameOf, sumOf, type TableRow } from '../table.ts';
import { cellFigure } from './cell-figure.ts';

/** Columns of shares: the quotient of two others, growth from one to the other, or the share of each row in the whole. */
export const ratios: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  for (const table of notice.tables)
    table.columns.forEach(({ kind }, at) => {
      const found = kind === 'percent' ? bestReading(table, at) : null;
      if (!found) return;
      answers.push(...found.rows.flatMap((row) => answerOf(table, at, found, row)));
      remarks.push(...roundingRemarks(table, at, found));
    });
  return { answers, remarks };
};

/** Fewer rows that follow a rule prove no rule. */
const LEAST_ROWS = 3;
const MOST = 0.7;

/** One way in which a column of shares may have been computed. */
interface Reading {
  /** Part and base of a row; null where a number is missing. */
  of(row: TableRow): { part: number; base: number } | null;
  how(row: TableRow): string;
  used: readonly number[];
  rows: readonly TableRow[];
  hits: readonly { row: TableRow; rounding: Rounding }[];
}

function bestReading(table: MeantTable, at: number): Reading | null {
  const numbers = table.columns.flatMap(({ kind }, i) => (kind === 'number' ? [i] : []));
  const best = [
    ...numbers.flatMap((part) => numbers.flatMap((base) => (part === base ? [] : readings(table, at, part, base)))),
    ...numbers.map((part) => shareOfAll(table, at, part)),
  ]
    .filter(({ hits, rows }) => hits.length >= LEAST_ROWS && hits.length >= rows.length * MOST)
    // A column of nothing but 100 % is explained by any two equal columns.
    .sort((a, b) => telling(b) - telling(a) || b.hits.length - a.hits.length)[0];
  return best ?? null;
}

const telling = ({ hits, of }: Reading): number =>
  hits.filter(({ row }) => {
    const pair = of(row);
    return pair !== null && pair.part !== pair.base && pair.part !== 0;
  }).length;

function readings(table: MeantTable, at: number, part: number, base: number): Reading[] {
  const [partHead, baseHead] = [table.columns[part]?.header, table.columns[base]?.header];
  const pair = (row: TableRow): { part: number; base: number } | null => {
    const [one, other] = [numberAt(row, part), numberAt(row, base)];
    return one === null || other === null || other <= 0 ? null : { part: one, base: other };
  };
  const quotient = readingOf(
    table,
    at,
    pair,
    [part, base],
    (row) => `${partHead} ${numberAt(row, part)} ÷ ${baseHead} ${numberAt(row, base)}`,
  );
  if (!/增|降|减|同比|环比|较/.test(table.columns[at]?.header ?? '')) return [quotient];
  const grown = (row: TableRow): { part: number; base: number } | null => {
    const two = pair(row);
    return two && { part: two.part - two.base, base: two.base };
  };
  return [
    quotient,
    readingOf(table, at, grown, [part, base], (row) => `（${numberAt(row, part)} − ${numberAt(row, base)}）÷ ${numberAt(row, base)}`),
  ];
}

/** 占比: each row against the sum of all. */
function shareOfAll(table: MeantTable, at: number, part: number): Reading {
  const all = sumOf(table, part);
  const pair = (row: TableRow): { part: number; base: number } | null => {
    const own = numberAt(row, part);
    return own === null || all <= 0 || !/占/.test(table.columns[at]?.header ?? '') ? null : { part: own, base: all };
  };
  return readingOf(table, at, pair, [part], (row) => `${table.columns[part]?.header} ${numberAt(row, part)} ÷ 合计 ${all}`);
}

function readingOf(table: MeantTable, at: number, of: Reading['of'], used: readonly number[], how: Reading['how']): Reading {
  const rows = [...table.rows, ...table.totals].filter((row) => numberAt(row, at) !== null && of(row) !== null);
  const hits = rows.flatMap((row) => {
    const pair = of(row);
    const stated = cellNumber(row.cells[at] ?? '');
    const rounding = pair && stated ? roundingOf(stated.value, pair.part, pair.base, stated.decimals) : null;
    return rounding ? [{ row, rounding }] : [];
  });
  return { of, how, used, rows, hits };
}

const numberAt = (row: TableRow, at: number): number | null => cellNumber(row.cells[at] ?? '')?.value ?? null;

function answerOf(table: MeantTable, at: number, reading: Reading, row: TableRow): Answer[] {
  const figure = cellFigure(table, row, at, 'ratio');
  const pair = reading.of(row);
  if (!figure || !pair) return [];
  const agrees = roundingOf(figure.value, pair.part, pair.base, figure.decimals) !== null;
  const recomputed = printNumber(share(pair.part, pair.base, figure.decimals), figure.decimals, figure.unit);
  const basis = {
    table: table.id,
    rows: [row.line],
    column: table.columns[at]?.header ?? null,
    how: reading.how(row),
    cells: reading.used.flatMap((i) => cellsOf(table, [row], i)),
  };
  const explanations = agrees ? [] : [`${nameOf(table, row)}：按${reading.how(row)}应为${recomputed}`];
  return [{ figure, verdict: agrees ? 'agrees' : 'disagrees', recomputed, basis, explanations }];
}

function roundingRemarks(table: MeantTable, at: number, { hits }: Reading): Remark[] {
  const header = table.columns[at]?.header ?? '';
  const used = [...new Set(hits.map(({ rounding }) => rounding))];
  const message =
    used.length > 1
      ? `${table.id}“${header}”一列进位方法不一：${used.map((one) => ROUNDING_NAMES[one]).join('、')}`
      : used[0] !== undefined && used[0] !== 'half-up'
        ? `${table.id}“${header}”一列采用${ROUNDING_NAMES[used[0]]}`
        : null;
  return [...(message === null ? [] : [{ kind: 'rounding', quote: header, message } as const]), ...decimalsRemark(table, at)];
}

/** 87.8 and 87.80 in one column are the same number in two styles. */
function decimalsRemark(table: MeantTable, at: number): Remark[] {
  const decimals = new Set(
    table.rows.flatMap((row) => {
      const number = cellNumber(row.cells[at] ?? '');
      return number && number.value !== 0 && number.value !== 100 ? [number.decimals] : [];
    }),
  );
  if (decimals.size <= 1) return [];
  const header = table.columns[at]?.header ?? '';
  return [{ kind: 'rounding', quote: header, message: `${table.id}“${header}”一列小数位数不一：${[...decimals].sort().join('、')}位` }];
}
