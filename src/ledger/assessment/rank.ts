import { cents } from './entry.ts';

/**
 * 名次 within each group, highest score first; equal scores share a place and the next place is left out (1, 2, 2, 4).
 * Answers the place of each unit by id.
 */
export function rankByGroup(units: readonly { unitId: string; group: string; score: number }[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { unitId, group, score } of units) {
    const better = units.filter((other) => other.group === group && cents(other.score) > cents(score)).length;
    places.set(unitId, better + 1);
  }
  return places;
}

/** Place a score would take among those of others. */
export const placeAmong = (score: number, others: readonly number[]): number =>
  others.filter((other) => cents(other) > cents(score)).length + 1;
