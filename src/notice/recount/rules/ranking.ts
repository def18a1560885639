import type { Answer, Remark, Stated } from '../figure.ts';
import { lengthOf, namesIn, sameName } from '../names.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { cellNumber } from '../numbers.ts';
import { type MeantTable, nameOf, numbersOf, type TableRow } from '../table.ts';
import { cellFigure } from './rows.ts';

const LAST = /(?:末|后|倒数第?|最后)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)/;
const FIRST = /(?:前|居前|排名前)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)?/;

/** 末五位, 前三名: names of the text against the order of a table; a column of ranks against what it ranks by. */
export const ranking: Rule = (notice) => {
  const answers: Answer[] = [];
  const remarks: Remark[] = [];
  for (const { block, text } of notice.text.paragraphs) {
    for (const sentence of text.split(/(?<=[。；！？●])/)) {
      const start = text.indexOf(sentence);
      for (const [pattern, last] of [
        [LAST, true],
        [FIRST, false],
      ] as const) {
        const match = pattern.exec(sentence);
        if (!match) continue;
        const found = weigh(notice, { block, start, sentence }, match, last);
        if (found) answers.push(found);
      }
    }
  }
  for (const table of notice.tables) answers.push(...ranks(table));
  return { answers, remarks };
};

function weigh(
  notice: ReadNotice,
  at: { block: number; start: number; sentence: string },
  match: RegExpExecArray,
  last: boolean,
): Answer | null {
  const length = lengthOf(match[1] as string);
  const words = at.sentence.slice(0, match.index);
  const clause = words.slice(Math.max(words.lastIndexOf('。'), words.lastIndexOf('，'), words.lastIndexOf('：')) + 1);
  const behind = at.sentence.slice(match.index + match[0].length);
  const option = [clause, behind.replace(/^[^：:是为]*[：:是为]/, '').replace(/[。；].*$/, '')]
    .map((text) => listed(notice.tables, text))
    .filter((one) => one !== null)
    .sort((a, b) => b.rows.length - a.rows.length)[0];
  if (!option || length === null || option.rows.length < 2) return null;
  const { table, rows, names } = option;
  const measure = measureOf(table);
  if (measure === null || table.rows.length < length) return null;
  const ordered = numbersOf(table, measure).sort((a, b) => (last ? a.value - b.value : b.value - a.value));
  const right = ordered.slice(0, length).map(({ row }) => row);
  const header = table.columns[measure]?.header ?? '';
  const isRight = rows.length === right.length && rows.every((row) => right.includes(row));
  const inOrder = rows.every((row, i) => row === right[i]) || rows.every((row, i) => row === right[right.length - 1 - i]);
  const correct = right.map((row) => nameOf(table, row)).join('、');
  const start = at.start + at.sentence.indexOf(names[0] ?? '');
  const figure: Stated = {
    id: `r${at.block}.${start}`,
    kind: 'rank',
    quote: `${names.join('、')}${match[0]}`,
    value: length,
    decimals: 0,
    unit: '',
    approximate: false,
    place: { in: 'text', block: at.block, start, end: at.start + match.index + match[0].length },
    before: '',
    after: '',
    sentence: at.sentence.trim(),
  };
  const basis = {
    table: table.id,
    rows: right.map(({ line }) => line),
    column: header,
    how: `按“${header}”${last ? '从低到高' : '从高到低'}`,
  };
  if (isRight && inOrder) return { figure, verdict: 'agrees', recomputed: figure.quote, basis, explanations: [] };
  const explanations = isRight
    ? ['单位相同，次序不同']
    : [
        `多列：${names.filter((_, i) => !right.includes(rows[i] as TableRow)).join('、') || '无'}；漏列：${
          right
            .filter((row) => !rows.includes(row))
            .map((row) => nameOf(table, row))
            .join('、') || '无'
        }`,
      ];
  return { figure, verdict: 'disagrees', recomputed: correct, basis, explanations };
}

/** The table that knows all the names of a list, and their rows. */
function listed(tables: readonly MeantTable[], text: string): { table: MeantTable; rows: TableRow[]; names: string[] } | null {
  const names = namesIn(text.replace(/(?:分别)?(?:居|位列|列|排|处于|为).{0,10}$/u, ''));
  if (names.length < 2) return null;
  for (const table of tables) {
    const rows = names.map((name) => table.rows.find((row) => sameName(nameOf(table, row), name)));
    if (rows.every((row) => row !== undefined)) return { table, rows, names };
  }
  return null;
}

/** What a table is ordered by: the column whose numbers fall (or rise) from row to row, shares before counts. */
function measureOf(table: MeantTable): number | null {
  const sorted = table.columns.flatMap(({ kind }, at) => {
    if (kind !== 'number' && kind !== 'percent') return [];
    const values = numbersOf(table, at).map(({ value }) => value);
    if (values.length < 3 || values.length < table.rows.length * 0.9) return [];
    const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] as number)));
    const down = steps.filter((step) => step <= 0).length / steps.length;
    const falling = Math.max(down, steps.filter((step) => step >= 0).length / steps.length);
    return new Set(values).size > 1 && falling >= 0.9 ? [{ at, kind, falling }] : [];
  });
  sorted.sort((a, b) => Number(b.kind === 'percent') - Number(a.kind === 'percent') || b.falling - a.falling);
  return sorted[0]?.at ?? null;
}

/** 名次 1, 2, 3 … against the one column that most rows are ranked by. */
function ranks(table: MeantTable): Answer[] {
  const at = table.columns.findIndex(({ header }) => /排名|名次|位次/.test(header));
  if (at < 0) return [];
  const stated = numbersOf(table, at);
  const best = table.columns
    .flatMap(({ kind }, measure) => {
      if (measure === at || (kind !== 'number' && kind !== 'percent')) return [];
      return [true, false].map((high) => {
        const place = new Map(table.rows.map((row) => [row, rankIn(table, measure, row, high)]));
        return { measure, place, hits: stated.filter(({ row, value }) => place.get(row) === value).length };
      });
    })
    .sort((a, b) => b.hits - a.hits)[0];
  if (!best || best.hits < 3 || best.hits < stated.length * 0.7) return [];
  const header = table.columns[best.measure]?.header ?? '';
  return stated.flatMap(({ row, value }) => {
    const figure = cellFigure(table, row, at, 'rank');
    const right = best.place.get(row);
    if (!figure || right === null || right === undefined) return [];
    const verdict = right === value ? 'agrees' : 'disagrees';
    return [
      {
        figure,
        verdict,
        recomputed: `${right}`,
        basis: { table: table.id, rows: [row.line], column: header, how: `按“${header}”排列` },
        explanations: [],
      } satisfies Answer,
    ];
  });
}

function rankIn(table: MeantTable, measure: number, row: TableRow, high: boolean): number | null {
  const own = cellNumber(row.cells[measure] ?? '')?.value;
  if (own === undefined) return null;
  return 1 + numbersOf(table, measure).filter(({ value }) => (high ? value > own : value < own)).length;
}
