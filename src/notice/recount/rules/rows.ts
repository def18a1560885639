import type { Answer, Remark, Stated } from '../figure.ts';
import { printNumber } from '../figure.ts';
import type { Rule } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { ROUNDING_NAMES, type Rounding, roundingOf, share } from '../rate.ts';
import { type MeantTable, nameOf, numbersOf, type TableRow } from '../table.ts';

/** What is computed inside a table: shares of two columns, sums across, total rows. */
export const rows: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  for (const table of notice.tables) {
    const ratios = ratioAnswers(table);
    answers.push(...ratios.answers, ...acrossAnswers(table), ...totalAnswers(table));
    remarks.push(...ratios.remarks);
  }
  return { answers, remarks };
};

/** The figure of one cell. */
export function cellFigure(table: MeantTable, row: TableRow, column: number, kind: Stated['kind']): Stated | null {
  const text = row.cells[column] ?? '';
  const number = cellNumber(text);
  if (!number) return null;
  const header = table.columns[column]?.header ?? '';
  return {
    id: `c${table.source.block}.${row.line}.${table.columns[column]?.at ?? column}`,
    kind,
    quote: text,
    value: number.value,
    decimals: number.decimals,
    unit: number.percent ? '%' : '',
    approximate: number.approximate,
    place: {
      in: 'cell',
      table: table.id,
      block: table.source.block,
      line: row.line,
      column: header,
      row: row.row,
      at: table.columns[column]?.at ?? column,
    },
    before: `${nameOf(table, row)} ${header}`,
    after: '',
    sentence: '',
  };
}

/** Fewer rows that follow a rule prove no rule. */
const LEAST_ROWS = 3;
const MOST = 0.7;

interface Ratio {
  at: number;
  part: number;
  base: number;
  hits: { row: TableRow; rounding: Rounding }[];
  rows: TableRow[];
}

/** A column of shares is the quotient of two others if most of its rows say so; the rest are then wrong. */
function ratioAnswers(table: MeantTable): { answers: Answer[]; remarks: Remark[] } {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  table.columns.forEach(({ kind, header }, at) => {
    if (kind !== 'percent') return;
    const best = table.columns
      .flatMap((_, part) => table.columns.flatMap((__, base) => ratioOf(table, at, part, base) ?? []))
      .sort((a, b) => b.hits.length - a.hits.length)[0];
    if (!best || best.hits.length < LEAST_ROWS || best.hits.length < best.rows.length * MOST) return;
    const [partHead, baseHead] = [table.columns[best.part]?.header, table.columns[best.base]?.header];
    const used = new Set(best.hits.map(({ rounding }) => rounding));
    for (const row of [...best.rows, ...table.totals]) {
      const figure = cellFigure(table, row, at, 'ratio');
      const [part, base] = [cellNumber(row.cells[best.part] ?? ''), cellNumber(row.cells[best.base] ?? '')];
      if (!figure || !part || !base || base.value <= 0) continue;
      const rounding = roundingOf(figure.value, part.value, base.value, figure.decimals);
      const basis = { table: table.id, rows: [row.line], column: header, how: `${partHead} ${part.value} ÷ ${baseHead} ${base.value}` };
      const recomputed = printNumber(share(part.value, base.value, figure.decimals), figure.decimals, figure.unit);
      answers.push({
        figure,
        verdict: rounding ? 'agrees' : 'disagrees',
        recomputed,
        basis,
        explanations: rounding ? [] : [`${nameOf(table, row)}：按${partHead}与${baseHead}计算应为${recomputed}`],
      });
    }
    if (used.size > 1)
      remarks.push({
        kind: 'rounding',
        quote: header,
        message: `${table.id}“${header}”一列进位方法不一：${[...used].map((one) => ROUNDING_NAMES[one]).join('、')}`,
      });
    else if (used.size === 1 && !used.has('half-up'))
      remarks.push({
        kind: 'rounding',
        quote: header,
        message: `${table.id}“${header}”一列采用${[...used].map((one) => ROUNDING_NAMES[one]).join()}`,
      });
  });
  return { answers, remarks };
}

function ratioOf(table: MeantTable, at: number, part: number, base: number): Ratio | null {
  if (part === base || part === at || base === at) return null;
  if (table.columns[part]?.kind !== 'number' || table.columns[base]?.kind !== 'number') return null;
  const rows = table.rows.filter((row) => [at, part, base].every((column) => cellNumber(row.cells[column] ?? '') !== null));
  const hits = rows.flatMap((row) => {
    const [stated, of, whole] = [at, part, base].map((column) => cellNumber(row.cells[column] ?? '')) as [Num, Num, Num];
    const rounding = roundingOf(stated.value, of.value, whole.value, stated.decimals);
    return rounding ? [{ row, rounding }] : [];
  });
  return { at, part, base, hits, rows };
}
type Num = NonNullable<ReturnType<typeof cellNumber>>;

/** A column that is the sum of the two or more number columns before it, if its head says so and most rows agree. */
function acrossAnswers(table: MeantTable): Answer[] {
  return table.columns.flatMap(({ header, kind }, at) => {
    if (kind !== 'number' || !/合计|总计|小计|总数|总分|得分|合 计/.test(header)) return [];
    const others = table.columns.flatMap((column, i) => (i !== at && column.kind === 'number' ? [i] : []));
    const before = others.filter((i) => i < at);
    const behind = others.filter((i) => i > at);
    for (const added of [before, behind, others]) {
      if (added.length < 2) continue;
      const rows = [...table.rows, ...table.totals].filter((row) => cellNumber(row.cells[at] ?? '') !== null);
      const sumRow = (row: TableRow): number => rounded(added.reduce((sum, i) => sum + (cellNumber(row.cells[i] ?? '')?.value ?? 0), 0));
      const hits = rows.filter((row) => sumRow(row) === cellNumber(row.cells[at] ?? '')?.value).length;
      if (hits < LEAST_ROWS || hits < rows.length * MOST) continue;
      return rows.flatMap((row) => sumAnswer(table, row, at, sumRow(row), added.map((i) => table.columns[i]?.header).join(' + ')));
    }
    return [];
  });
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

function sumAnswer(table: MeantTable, row: TableRow, at: number, sum: number, how: string): Answer[] {
  const figure = cellFigure(table, row, at, 'sum');
  if (!figure) return [];
  const basis = { table: table.id, rows: [row.line], column: table.columns[at]?.header ?? null, how };
  return [
    {
      figure,
      verdict: figure.value === sum ? 'agrees' : 'disagrees',
      recomputed: printNumber(sum, figure.decimals, ''),
      basis,
      explanations: [],
    },
  ];
}

/** 合计 at the foot or the head of a table, and 小计 of the rows since the last one. */
function totalAnswers(table: MeantTable): Answer[] {
  return table.totals.flatMap((total) => {
    const partial = total.cells.some((cell) => /小\s*计/.test(cell));
    const earlier =
      table.totals.filter(({ line, cells }) => line < total.line && cells.some((cell) => /小\s*计/.test(cell))).at(-1)?.line ?? 0;
    const within = (line: number): boolean => !partial || (line < total.line && line > earlier);
    return table.columns.flatMap(({ header, kind }, at) => {
      if (kind !== 'number') return [];
      const numbers = numbersOf(table, at).filter(({ row }) => within(row.line));
      const figure = cellFigure(table, total, at, 'sum');
      if (!figure || numbers.length < 2) return [];
      const sum = rounded(numbers.reduce((all, { value }) => all + value, 0));
      const average = /平均|均值/.test(header);
      if (average) return [];
      const basis = {
        table: table.id,
        rows: numbers.map(({ row }) => row.line),
        column: header,
        how: `“${header}”${numbers.length}行相加`,
      };
      return [
        {
          figure,
          verdict: figure.value === sum ? 'agrees' : 'disagrees',
          recomputed: printNumber(sum, figure.decimals, ''),
          basis,
          explanations: [],
        } satisfies Answer,
      ];
    });
  });
}
