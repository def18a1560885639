import { CHANNEL_VERDICT_NAMES } from '../../../src/core/channel-verdict.ts';
import type { Search } from '../../app/search.ts';
import type { ChannelRow } from './page.tsx';

/** Results one can ask for; `outside` = judged but not in the base, `none` = not judged in this period. */
export const RESULTS: readonly (readonly [string, string])[] = [
  ...Object.entries(CHANNEL_VERDICT_NAMES),
  ['passing', '无问题或合格'],
  ['base', '计入基数'],
  ['outside', '不计入基数'],
  ['none', '本期未统计'],
];

/** Rows the address asks for. A verdict asked for counts channels in the base only, as the overview does. */
export function narrowed(rows: readonly ChannelRow[], { q, type, kind, verdict }: Search): ChannelRow[] {
  return rows.filter(
    (row) =>
      (!type || row.type === type) &&
      (!kind || row.kind.code === kind) &&
      (!verdict || isResult(row, verdict)) &&
      (!q || [row.name, row.unit.name, row.url ?? ''].some((text) => text.includes(q))),
  );
}

/** In the order the address asks for; in that of the register where it asks for none. Results go from the worst to the best. */
export function ordered(rows: readonly ChannelRow[], { sort, order }: Search): readonly ChannelRow[] {
  const compare = COMPARE[sort ?? ''];
  if (!compare) return rows;
  const sign = order === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(a, b));
}

const WORST_LAST: readonly string[] = ['none', 'outside', 'no_problem', 'pass', 'undecided', 'fail'];
const COMPARE: Readonly<Record<string, (a: ChannelRow, b: ChannelRow) => number>> = {
  unit: (a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN'),
  verdict: (a, b) => WORST_LAST.indexOf(resultOf(a)) - WORST_LAST.indexOf(resultOf(b)),
  open: (a, b) => a.openProblems - b.openProblems,
};

function isResult(row: ChannelRow, asked: string): boolean {
  const result = resultOf(row);
  if (asked === 'base') return row.result?.inBase === true;
  return asked === 'passing' ? result === 'no_problem' || result === 'pass' : result === asked;
}

const resultOf = ({ result }: ChannelRow): string => (result === null ? 'none' : result.inBase ? result.verdict : 'outside');
