import { completionText } from './completion.ts';
import { MEASURES, type Measure, type Volume } from './volume.ts';

/** What a ranking goes by: a count, or the share of the yearly task done. */
export type RankBy = Measure | 'completion';
export const rankByName = (by: RankBy): string => (by === 'completion' ? '完成比例' : MEASURES[by]);

export interface Ranked<V extends Volume = Volume> {
  row: V;
  /** 1 = highest; equal values share a rank and the next one is skipped (1, 2, 2, 4). */
  rank: number;
  /** As printed: 19.11% or 61条. */
  value: string;
}

export interface Ranking<V extends Volume = Volume> {
  by: RankBy;
  /** Highest first; equal values in table order. */
  ranked: readonly Ranked<V>[];
  /** Units without a figure: listed, never ranked last. */
  unranked: readonly string[];
}

/** The exact value as a fraction: no rounding decides a rank. */
function fractionOf(row: Volume, by: RankBy): readonly [bigint, bigint] | null {
  const top = by === 'completion' ? row.publishedTotal : row[by];
  const base = by === 'completion' ? row.annualTask : 1;
  return top === null || base === null || base === 0 ? null : [BigInt(top), BigInt(base)];
}

function valueText(row: Volume, by: RankBy): string {
  return by === 'completion' ? `${completionText(row)}%` : `${row[by]}${by === 'errors' ? '处' : '条'}`;
}

/** Ranks units, highest first (seeds D04). */
export function rank<V extends Volume>(rows: readonly V[], by: RankBy): Ranking<V> {
  const valued = rows.flatMap((row) => {
    const fraction = fractionOf(row, by);
    return fraction ? [{ row, fraction }] : [];
  });
  const below = ([a, b]: readonly [bigint, bigint], [c, d]: readonly [bigint, bigint]): number => Number(c * b - a * d);
  valued.sort((x, y) => below(x.fraction, y.fraction));
  let place = 0;
  const ranked = valued.map(({ row, fraction }, i) => {
    const before = valued[i - 1];
    if (!before || below(before.fraction, fraction) !== 0) place = i + 1;
    return { row, rank: place, value: valueText(row, by) };
  });
  const kept = new Set<V>(valued.map(({ row }) => row));
  return { by, ranked, unranked: rows.filter((row) => !kept.has(row)).map(({ unit }) => unit) };
}

/**
 * What happens when the last place is shared with units beyond it: `include` names them all (six as 末五位),
 * `exclude` names none of them. Never does the order of the table decide who is named.
 */
export type TieRule = 'include' | 'exclude';

export interface Ends<V extends Volume = Volume> {
  /** `top`: best first; `bottom`: worst first. */
  named: readonly Ranked<V>[];
  /** Units that share the value at the edge, when they are more than there were places; shown to the editor. */
  tied: readonly string[];
}

/** The first or the last n of a ranking (前N位, 末N位). */
export function endsOf<V extends Volume>(ranking: Ranking<V>, which: 'top' | 'bottom', n: number, ties: TieRule = 'include'): Ends<V> {
  const { ranked } = ranking;
  const ordered = which === 'top' ? ranked : [...ranked].sort((a, b) => b.rank - a.rank);
  const edge = ordered[n - 1]?.rank;
  const beyond = edge !== undefined && ordered[n]?.rank === edge;
  if (!beyond) return { named: ordered.slice(0, n), tied: [] };
  const sharing = ordered.filter(({ rank: place }) => place === edge);
  const clear = ordered.slice(0, ordered.indexOf(sharing[0] as Ranked<V>));
  return { named: ties === 'include' ? [...clear, ...sharing] : clear, tied: sharing.map(({ row }) => row.unit) };
}
