import type { Observation } from '../../checks/observation.ts';

/** What would have been observed under other limits, set beside what was. */
export interface Trial {
  /** Limits tried, the shortest first. */
  limits: readonly string[];
  /** What would have been observed, by limit. */
  again: ReadonlyMap<string, readonly Observation[]>;
  /** What becomes of an observation that was made: itself, another in its place, or nothing. */
  keeps(limit: string, observation: Observation): Observation | null;
}
