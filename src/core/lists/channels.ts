import { CHANNEL_VERDICT_NAMES, type ChannelVerdict } from '../channel-verdict.ts';
import { holds } from './holds.ts';

/** Results one can ask for; `outside` = judged but not in the base, `none` = not judged in this period. */
export const CHANNEL_RESULTS = {
  ...CHANNEL_VERDICT_NAMES,
  passing: '无问题或合格',
  base: '计入基数',
  outside: '不计入基数',
  none: '本期未统计',
} as const;
export type ChannelResult = keyof typeof CHANNEL_RESULTS;
export const CHANNEL_RESULT_CODES = Object.keys(CHANNEL_RESULTS) as [ChannelResult, ...ChannelResult[]];
export const CHANNEL_SORTS = ['unit', 'verdict', 'open'] as const;
type Sort = (typeof CHANNEL_SORTS)[number];

/** What narrows and orders 网站与账号, on the page and in its workbook. */
export interface ChannelsAsked {
  q?: string | undefined;
  type?: string | undefined;
  kind?: string | undefined;
  verdict?: string | undefined;
  sort?: string | undefined;
  order?: string | undefined;
}

interface Channel {
  type: string;
  kind: { code: string };
  name: string;
  url: string | null;
  unit: { name: string };
  openProblems: number;
  result: { verdict: ChannelVerdict; inBase: boolean } | null;
}

/** The channels asked for, in the order asked for. A verdict asked for counts channels in the base only, as the overview does. */
export function listedChannels<R extends Channel>(rows: readonly R[], asked: ChannelsAsked): readonly R[] {
  const { q, type, kind, verdict } = asked;
  const wanted = rows.filter(
    (row) =>
      (!type || row.type === type) &&
      (!kind || row.kind.code === kind) &&
      (!verdict || isResult(row, verdict)) &&
      holds(q, row.name, row.unit.name, row.url),
  );
  if (!isSort(asked.sort)) return wanted;
  const compare = COMPARE[asked.sort];
  const sign = asked.order === 'asc' ? 1 : -1;
  return wanted.toSorted((a, b) => sign * compare(a, b));
}

/** Results go from the worst to the best. */
const WORST_LAST: readonly string[] = ['none', 'outside', 'no_problem', 'pass', 'undecided', 'fail'];
const COMPARE: Readonly<Record<Sort, (a: Channel, b: Channel) => number>> = {
  unit: (a, b) => a.unit.name.localeCompare(b.unit.name, 'zh-CN'),
  verdict: (a, b) => WORST_LAST.indexOf(resultOf(a)) - WORST_LAST.indexOf(resultOf(b)),
  open: (a, b) => a.openProblems - b.openProblems,
};
const isSort = (sort: string | undefined): sort is Sort => (CHANNEL_SORTS as readonly (string | undefined)[]).includes(sort);

function isResult(row: Channel, asked: string): boolean {
  const result = resultOf(row);
  if (asked === 'base') return row.result?.inBase === true;
  return asked === 'passing' ? result === 'no_problem' || result === 'pass' : result === asked;
}

const resultOf = ({ result }: Channel): string => (result === null ? 'none' : result.inBase ? result.verdict : 'outside');
