import type { Answer, Stated } from '../figure.ts';
import { cellsOf, nameOf, type TableRow } from '../table.ts';
import type { Listed } from './rank-names.ts';
import type { RankReading } from './rank-reading.ts';

/** The list as a figure: names and the words of its rank. */
export function figureOf(
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

export function answerOf(
  figure: Stated,
  verdict: Answer['verdict'],
  { table, rows, names }: Listed,
  reading: RankReading,
  last: boolean,
): Answer {
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
