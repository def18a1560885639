/** A site as 网站整体评分 ranks it; `score` null = no total was given, and so no place. */
export interface Scored {
  score: number | null;
  /** Judged 合格 or 无问题 and in the base of the rate: only such a site is praised. */
  passing: boolean;
}

/** 1 = highest; equal scores share a place and the next one is skipped (1, 2, 2, 4). Null without a score: never the last place. */
export type Placed<S extends Scored> = S & { place: number | null };

/** Sites by score, highest first, equal ones in the order given; those without a score follow, in theirs. */
export function placeByScore<S extends Scored>(sites: readonly S[]): Placed<S>[] {
  const scored = sites.filter(({ score }) => score !== null);
  const better = ({ score }: S): number => scored.filter((other) => (other.score as number) > (score as number)).length;
  const placed = scored.map((site) => ({ ...site, place: better(site) + 1 })).sort((a, b) => a.place - b.place);
  return [...placed, ...sites.filter(({ score }) => score === null).map((site) => ({ ...site, place: null }))];
}

/** The first places of a kind of site, as many as asked for, with at least the points asked for. */
export interface PraiseRule {
  places: number;
  leastScore: number;
}

/** 拟表扬 (seeds V07, T10): the top group. Who shares the last place of it is in it; an editor confirms, nobody is named by itself. */
export function topGroup<S extends Scored>(placed: readonly Placed<S>[], { places, leastScore }: PraiseRule): Placed<S>[] {
  return placed.filter(({ place, score, passing }) => passing && place !== null && place <= places && (score as number) >= leastScore);
}
