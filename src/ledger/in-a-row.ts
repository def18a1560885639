import { parsePeriod, previousPeriod } from '../core/period.ts';

/** One period of a unit or channel for one reason; `unknown` = not judged. */
export interface PeriodOutcome {
  /** 2022-12 or 2022-Q4. */
  period: string;
  outcome: 'failed' | 'clean' | 'unknown';
}

/**
 * Periods in a row failed for the same reason, counted back from `upTo` (seeds N18). A clean period ends the count; so
 * does one that was not judged or is missing, since nobody can say what it would have been.
 */
export function failedInARow(history: readonly PeriodOutcome[], upTo: string): number {
  const failed = new Set(history.filter(({ outcome }) => outcome === 'failed').map(({ period }) => period));
  let count = 0;
  for (let period = parsePeriod(upTo); failed.has(period.id); period = previousPeriod(period)) count += 1;
  return count;
}
