import { type MeantTable, numbersOf, type TableRow } from '../table.ts';
import { likeness } from '../vocabulary.ts';
import { isRankHeader } from './rank-column.ts';
import type { Listed } from './rank-names.ts';

/** Measures that a table of completed items does not order by, unless its head says so. */
const MEASURE = /增幅|增速|增长|阅读|点赞|转发|粉丝|访问|发稿|留言|质量|满意|得分|完成率|合格率|办结率|整改率/;

/** Columns the list may be ranked by: those the sentence names, then those the table is set in the order of, shares first. */
export function measuresOf({ table, among }: Listed, sentence: string): number[] {
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

/** The names against the order of one column. */
export interface RankReading {
  measure: number;
  right: readonly TableRow[];
  isRight: boolean;
  inOrder: boolean;
  hits: number;
  sorted: boolean;
}

export function readingOf({ table, rows, among }: Listed, measure: number, length: number, last: boolean): RankReading | null {
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
