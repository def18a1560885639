import { holds } from './holds.ts';

/** The units of a year's scores asked for. */
export const listedScores = <R extends { group: string; name: string }>(
  units: readonly R[],
  { group, q }: { group?: string | undefined; q?: string | undefined },
): R[] => units.filter((unit) => (!group || unit.group === group) && holds(q, unit.name));
