import { MingchaError } from '../core/error.ts';
import { sha256 } from '../core/id.ts';

/**
 * 随机抽取: one immutable record that anyone can repeat. Method `sha256-rank/1`: each member of the population is
 * ranked by the SHA-256 (hex) of seed + line feed + id, and the lowest are drawn; `printf '%s\n%s' SEED ID | sha256sum`
 * gives the same ranks. Drawing more keeps everyone already drawn.
 */
export const DRAW_METHOD = 'sha256-rank/1';

export interface Draw {
  method: typeof DRAW_METHOD;
  /** Why the draw was held. */
  purpose: string;
  seed: string;
  /** Everyone who could be drawn, sorted; the excluded are not among them. */
  population: readonly string[];
  excluded: readonly { id: string; reason: string }[];
  /** In the order of their ranks. */
  drawn: readonly string[];
}

const refused = (message: string, next: string): MingchaError => new MingchaError('refused', message, next);

export const rankOf = (seed: string, id: string): string => sha256(`${seed}\n${id}`);

/** Ids by rank, lowest first. */
function ranked(seed: string, ids: readonly string[]): string[] {
  const ranks = new Map(ids.map((id) => [id, rankOf(seed, id)]));
  return [...ids].sort((a, b) => ((ranks.get(a) as string) < (ranks.get(b) as string) ? -1 : 1));
}

/** Members to draw for a share in percent, rounded up so that a share is never missed: 10 % of 101 is 11. */
export function countOfShare(total: number, percent: number): number {
  return Math.ceil((total * percent) / 100);
}

/**
 * Holds a draw.
 * @throws refused when the seed is empty, an id stands twice, an exclusion has no reason, or more are wanted than there are.
 */
export function draw(request: {
  purpose: string;
  seed: string;
  candidates: readonly string[];
  excluded?: readonly { id: string; reason: string }[];
  count: number;
}): Draw {
  const { purpose, seed, candidates, count, excluded = [] } = request;
  if (seed === '') throw refused('抽取没有随机种子', '请填写种子，如公证人当场给出的数字');
  if (new Set(candidates).size !== candidates.length) throw refused('抽取名单中有重复', '请去掉重复后再抽');
  const unexplained = excluded.find(({ reason }) => reason.trim() === '');
  if (unexplained) throw refused(`排除“${unexplained.id}”没有说明理由`, '请填写理由后再抽');
  const out = new Set(excluded.map(({ id }) => id));
  const population = candidates.filter((id) => !out.has(id)).sort();
  if (!Number.isInteger(count) || count < 1 || count > population.length)
    throw refused(`不能从${population.length}个中抽取${count}个`, `请填写 1 到 ${population.length} 的整数`);
  return { method: DRAW_METHOD, purpose, seed, population, excluded, drawn: ranked(seed, population).slice(0, count) };
}

/** Whether drawing again from the record gives the same result. */
export function drawHolds(record: Draw): boolean {
  const again = ranked(record.seed, [...record.population]).slice(0, record.drawn.length);
  const excludedDrawn = record.excluded.some(({ id }) => record.population.includes(id));
  return record.method === DRAW_METHOD && !excludedDrawn && again.every((id, i) => id === record.drawn[i]);
}
