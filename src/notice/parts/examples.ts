import { groupBy } from '../group-by.ts';
import type { Run } from '../run.ts';
import type { ChannelRow, ProblemRow, Snapshot } from '../snapshot.ts';
import { listed, quoted, words } from '../words.ts';
import { kindOf } from './kinds.ts';

/**
 * Places a problem was found in, by unit: 甲局“通知公告”“政策文件”. Units with the very same places stand together:
 * 甲镇、乙镇的“工作动态”. No more than `most` places are named, 等 stands for the rest. `after` follows a place that has
 * something of its own to say (连续3个月); such a unit stands by itself.
 */
export function examples(
  problems: readonly ProblemRow[],
  snapshot: Snapshot,
  most: number,
  after: (problem: ProblemRow) => Run[] = () => [],
): Run[] {
  const channels = new Map(snapshot.channels.filter(({ type }) => type === 'account').map((channel) => [channel.id, channel]));
  const places = new Map<string, { unit: string; what: string; problem: ProblemRow }>();
  for (const problem of problems) {
    const what = `${problem.channelId ?? ''}/${problem.path?.join('/') ?? problem.object ?? problem.place}`;
    places.set(`${problem.unit}/${what}`, { unit: problem.unit, what, problem });
  }
  const byUnit = groupBy([...places.values()].slice(0, most), ({ unit }) => unit);
  const own = new Map(problems.map((problem) => [problem.id, after(problem)]));
  const together = groupBy([...byUnit.values()], (list) =>
    list.map(({ what, problem }) => (own.get(problem.id)?.length ? problem.id : whatOf(problem, channels) ? what : '')).join(),
  );
  const shown = [...together.values()].map((lists) => {
    const units = listed(lists.map((list) => [quoted(list[0]?.unit ?? '')]));
    const things = (lists[0] ?? []).flatMap(({ problem }) => [...(whatOf(problem, channels) ?? []), ...(own.get(problem.id) ?? [])]);
    return words`${units}${lists.length > 1 && things.length > 0 ? '的' : ''}${things}`;
  });
  return words`${listed(shown)}${places.size > most ? '等' : ''}`;
}

/** What of the unit it is: account by name, column by path, document or item by title; null where it is the unit itself. */
function whatOf(problem: ProblemRow, accounts: ReadonlyMap<string, ChannelRow>): Run[] | null {
  const account = accounts.get(problem.channelId ?? '');
  // An account named like its unit needs no name.
  if (account)
    return account.name === problem.unit ? words`${kindOf(account).name}` : words`“${quoted(account.name)}”${kindOf(account).name}`;
  if (problem.path !== null) {
    const path = problem.path.map((step) => [quoted(step)]);
    return words`“${listed(path, '—')}”`;
  }
  if (problem.object === null || problem.object === undefined) return null;
  return problem.object.startsWith('《') ? [quoted(problem.object)] : words`“${quoted(problem.object)}”`;
}
