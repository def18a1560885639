import type { Answer, Stated } from '../figure.ts';
import { lengthOf, namesIn, sameName } from '../names.ts';
import type { ReadNotice, Rule } from '../notice.ts';
import { cellsOf, type MeantTable, nameOf, numbersOf, type TableRow } from '../table.ts';
import { likeness } from '../vocabulary.ts';
import { isRankHeader } from './rank-column.ts';

const LAST = /(?:末|后|倒数第?|最后)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)/g;
const FIRST = /(?:前|居前|排名前)\s*([\d一二两三四五六七八九十]+)\s*(?:位|名|家|个)?(?![\d月日周天年个])/g;
/** Measures that a table of completed items does not order by, unless its head says so. */
const MEASURE = /增幅|增速|增长|阅读|点赞|转发|粉丝|访问|发稿|留言|质量|满意|得分|完成率|合格率|办结率|整改率/;

/** 末五位, 前三名: names of the text against the order of a table. */
export const ranking: Rule = (notice) => {
  const answers: Answer[] = [];
  for (const { block, text } of notice.text.paragraphs)
    for (const sentence of sentencesOf(text))
      for (const [pattern, last] of [
        [LAST, true],
        [FIRST, false],
      ] as const)
        for (const match of sentence.text.matchAll(pattern)) {
          const found = weigh(notice, { block, ...sentence }, match, last);
          if (found) answers.push(found);
        }
  return { answers };
};

function sentencesOf(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split(/(?<=[。；！？●])/).map((sentence) => {
    const one = { text: sentence, start };
    start += sentence.length;
    return one;
  });
}

interface Listed {
  table: MeantTable;
  rows: readonly TableRow[];
  names: readonly string[];
  /** Rows among which the names are ranked: all, or those of their group. */
  among: readonly TableRow[];
}

function weigh(
  notice: ReadNotice,
  at: { block: number; start: number; text: string },
  match: RegExpMatchArray,
  last: boolean,
): Answer | null {
  const length = lengthOf(match[1] as string);
  const index = match.index ?? 0;
  const words = at.text.slice(0, index);
  const clause = words.slice(
    Math.max(words.lastIndexOf('。'), words.lastIndexOf('，'), words.lastIndexOf('；'), words.lastIndexOf('：')) + 1,
  );
  const behind = at.text
    .slice(index + match[0].length)
    .replace(/^[^：:是为]*?(?:分别)?[：:是为]/, '')
    .replace(/[。；，].*$/, '');
  const option = [clause, behind]
    .map((text) => listed(notice.tables, text))
    .filter((one) => one !== null)
    .sort((a, b) => b.rows.length - a.rows.length)[0];
  if (!option || length === null || option.rows.length < 2 || option.rows.length < length || option.table.partial) return null;
  const figure = figureOf(at, match, option.names, length);
  const readings = measuresOf(option, at.text).flatMap((measure) => readingOf(option, measure, length, last) ?? []);
  const agreeing = readings.find(({ isRight, inOrder }) => isRight && inOrder);
  if (agreeing) return answerOf(figure, 'agrees', option, agreeing, last);
  const [main] = readings;
  // Names that are hardly those of the column are ranked by something that is not in the table.
  if (!main?.sorted || main.hits < Math.ceil(length * 0.6)) return null;
  return answerOf(figure, 'disagrees', option, main, last);
}

/** The table that knows all the names of a list, and their rows. */
function listed(tables: readonly MeantTable[], text: string): Listed | null {
  const bare = text.replace(/[（(][^）)]*[)）]/g, '').replace(/(?:分别)?(?:居|位列|列|排|处于|为).{0,10}$/u, '');
  const names = namesIn(bare);
  if (names.length < 2) return null;
  for (const table of tables) {
    const rows = names.map(
      (name) => table.rows.find((row) => nameOf(table, row) === name) ?? table.rows.find((row) => sameName(nameOf(table, row), name)),
    );
    if (rows.every((row) => row !== undefined)) return { table, rows, names, among: groupOf(table, rows) };
  }
  return null;
}

/** Rows of the same group: same word in a column that sorts the rows, or towns among towns where a table mixes them with offices. */
function groupOf(table: MeantTable, rows: readonly TableRow[]): readonly TableRow[] {
  for (let at = 0; at < table.columns.length; at += 1) {
    if (at === table.name || table.columns[at]?.kind !== 'text') continue;
    const value = rows[0]?.cells[at] ?? '';
    const own = table.rows.filter((row) => row.cells[at] === value);
    if (value !== '' && rows.every((row) => row.cells[at] === value) && own.length < table.rows.length && own.length > rows.length)
      return own;
  }
  const isTown = (row: TableRow): boolean => /(?:镇|乡|街道)(?:人民)?(?:政府|办事处)?$/.test(nameOf(table, row));
  const town = rows.every(isTown);
  if (!town && rows.some(isTown)) return table.rows;
  const own = table.rows.filter((row) => isTown(row) === town);
  return own.length > rows.length ? own : table.rows;
}

/** Columns the list may be ranked by: those the sentence names, then those the table is set in the order of, shares first. */
function measuresOf({ table, among }: Listed, sentence: string): number[] {
  const asked = MEASURE.exec(sentence)?.[0] ?? null;
  const columns = table.columns.flatMap(({ kind, header }, at) => {
    if ((kind !== 'number' && kind !== 'percent') || isRankHeader(header) || numbersOf(table, at).length < table.rows.length * 0.9)
      return [];
    if (asked !== null && !header.includes(asked) && likeness(asked, header) === 0) return [];
    const sorted = isSorted(table, among, at);
    return [{ at, worth: (sorted ? 2 : 0) + (kind === 'percent' ? 1 : 0) + (/总|合计|得分/.test(header) ? 0.5 : 0) }];
  });
  return columns.sort((a, b) => b.worth - a.worth).map(({ at }) => at);
}

/** Falling or rising from row to row, but for a slip or two. */
function isSorted(table: MeantTable, among: readonly TableRow[], at: number): boolean {
  const values = numbersOf({ ...table, rows: among }, at).map(({ value }) => value);
  const steps = values.slice(1).map((value, i) => Math.sign(value - (values[i] as number)));
  const falling = Math.max(steps.filter((step) => step <= 0).length, steps.filter((step) => step >= 0).length);
  return values.length >= 3 && new Set(values).size > 1 && falling >= steps.length * 0.9;
}

interface RankReading {
  measure: number;
  right: readonly TableRow[];
  isRight: boolean;
  inOrder: boolean;
  hits: number;
  sorted: boolean;
}

function readingOf({ table, rows, among }: Listed, measure: number, length: number, last: boolean): RankReading | null {
  const value = new Map(numbersOf({ ...table, rows: among }, measure).map((one) => [one.row, one.value]));
  if (value.size < length) return null;
  const ordered = [...value.keys()].sort((a, b) => ((value.get(a) ?? 0) - (value.get(b) ?? 0)) * (last ? 1 : -1));
  const border = value.get(ordered[length - 1] as TableRow) ?? 0;
  const isWithin = (row: TableRow): boolean => (last ? (value.get(row) ?? 0) <= border : (value.get(row) ?? 0) >= border);
  const beyond = ordered.filter((row) => (last ? (value.get(row) ?? 0) < border : (value.get(row) ?? 0) > border));
  // Ties at the border may all be named, or some of them.
  const isRight = rows.every((row) => value.has(row) && isWithin(row)) && beyond.every((row) => rows.includes(row));
  const steps = rows.slice(1).map((row, i) => Math.sign((value.get(row) ?? 0) - (value.get(rows[i] as TableRow) ?? 0)));
  const inOrder = steps.every((step) => step <= 0) || steps.every((step) => step >= 0);
  const right = ordered.slice(0, Math.max(length, rows.length));
  return {
    measure,
    right,
    isRight,
    inOrder,
    hits: rows.filter((row) => right.includes(row)).length,
    sorted: isSorted(table, among, measure),
  };
}

function figureOf(
  at: { block: number; start: number; text: string },
  match: RegExpMatchArray,
  names: readonly string[],
  length: number,
): Stated {
  const start = at.start + Math.max(0, at.text.indexOf(names[0] ?? ''));
  const end = at.start + (match.index ?? 0) + match[0].length;
  return {
    id: `r${at.block}.${start}`,
    kind: 'rank',
    quote: `${names.join('、')}${match[0]}`,
    value: length,
    decimals: 0,
    unit: '',
    approximate: false,
    place: {
      in: 'text',
      block: at.block,
      start: Math.min(start, end - match[0].length),
      end: Math.max(end, start + (names[0] ?? '').length),
    },
    before: '',
    after: '',
    sentence: at.text.trim(),
  };
}

function answerOf(figure: Stated, verdict: Answer['verdict'], { table, rows, names }: Listed, reading: RankReading, last: boolean): Answer {
  const { measure, right, isRight } = reading;
  const header = table.columns[measure]?.header ?? '';
  const basis = {
    table: table.id,
    rows: right.map(({ line }) => line),
    column: header,
    how: `按“${header}”${last ? '从低到高' : '从高到低'}`,
    cells: cellsOf(table, right, measure),
  };
  if (verdict === 'agrees') return { figure, verdict, recomputed: figure.quote, basis, explanations: [] };
  const listOf = (list: readonly string[]): string => list.join('、') || '无';
  const extra = names.filter((_, i) => !right.includes(rows[i] as TableRow));
  const missing = right.filter((row) => !rows.includes(row)).map((row) => nameOf(table, row));
  const explanations = isRight ? ['单位相同，次序不同'] : [`多列：${listOf(extra)}；漏列：${listOf(missing)}`];
  return { figure, verdict, recomputed: right.map((row) => nameOf(table, row)).join('、'), basis, explanations };
}
