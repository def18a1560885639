import { isLimit, limitName } from '../../core/limit.ts';
import { SETTLED } from '../handing.ts';
import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';

/** Columns of one limit share a line, and three or more of one parent are told by their number there (sheets/lines). */
const overdue = (line: string, limit: string): boolean => line.endsWith(`超过${limitName(limit)}未更新`) && !line.includes('即将超过');
const COUNTED = /“([^”]*(?:“[^”]*”[^”]*)*)”(\d+)个子栏目/gu;

/** Whether words stand in a text whole: 3个页面 does not stand in 13个页面. */
export function holds(said: string, words: string): boolean {
  const digit = /\d/;
  for (let at = said.indexOf(words); at !== -1; at = said.indexOf(words, at + 1)) {
    const before = digit.test(words.charAt(0)) && digit.test(said.charAt(at - 1));
    const after = digit.test(words.at(-1) ?? '') && digit.test(said.charAt(at + words.length));
    if (!before && !after) return true;
  }
  return false;
}

/** Whether a line of a result (检查结果) says a problem, a column's under its own name or among those of its parent. */
export function says(line: string, { text, path, limit, withheld, categoryName }: ProblemRow): boolean {
  if (holds(line, withheld ? categoryName : text)) return true;
  if (path === null || limit === null || !isLimit(limit) || !overdue(line, limit)) return false;
  const parent = path.slice(0, -1).join('—');
  return line.includes(`“${path.join('—')}”`) || [...line.matchAll(COUNTED)].some(([, name]) => parent !== '' && name === parent);
}

/** How many columns a line of columns past their limit is of; null for any other line. A name in quotes may hold quotes of its own. */
export function overdueColumns(line: string): number | null {
  if (!/^“.+”(?:\d+个子栏目|栏目)超过[^“”]+未更新$/u.test(line)) return null;
  const named = line.split(/”(?:\d+个子栏目)?、“/u).length;
  return [...line.matchAll(/”(\d+)个子栏目/gu)].reduce((sum, [, children]) => sum + Number(children) - 1, named);
}

/** Whether the lines of a channel say a problem. */
export const isSaidOf = ({ reasons }: Pick<ChannelRow, 'reasons'>, problem: ProblemRow): boolean =>
  reasons.some((line) => says(line, problem));

/** Problems on 问题清单 that the lines of their channel do not say. */
export function listedAlone(channels: readonly ChannelRow[], { problems }: Pick<Snapshot, 'problems'>): ProblemRow[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return problems.filter((problem) => {
    const channel = byId.get(problem.channelId ?? '');
    return channel !== undefined && (problem.handing ?? null) !== null && !isSaidOf(channel, problem);
  });
}

/** Why 问题清单 has more of the channels of a table than the table, as its note says it; null where it has not. */
export function whyListedAlone(channels: readonly ChannelRow[], snapshot: Snapshot): string | null {
  if (!snapshot.ledgerWords) return null;
  const alone = listedAlone(channels, snapshot);
  const isSettled = ({ handing }: ProblemRow): boolean => SETTLED.some((one) => one === handing);
  const open = alone.filter((problem) => !isSettled(problem));
  const kinds = [
    ...(alone.some(isSettled) ? ['已整改或者截止日后已销号、豁免的'] : []),
    ...(open.some(({ carriedOver }) => carriedOver) ? ['上期结转、按整改情况认定的'] : []),
    ...(open.some(({ carriedOver }) => !carriedOver) ? ['截止日已查不到或者检查结果已经更正的'] : []),
  ];
  if (kinds.length === 0) return null;
  return `检查结果和突出问题以统计截止日最后一次监测为准，${kinds.join('，')}，本表不列，见问题清单`;
}
