import { isDecisive, type JudgedObservation, latestOfEach } from './judged.ts';
import type { Clause } from './schema.ts';

/** What was looked at of what was due: printed beside every total and verdict. */
export interface Coverage {
  run: number;
  due: number;
}

/**
 * Counts every check on every subject once, by its last answer in the period; a due clause on which nobody,
 * machine or person, has answered at all counts as one thing due and not run.
 */
export function coverageOf(due: readonly Clause[], observations: readonly JudgedObservation[]): Coverage {
  const latest = latestOfEach(observations);
  const answered = new Set(latest.map((o) => o.clause));
  const silent = due.filter((clause) => !answered.has(clause.id)).length;
  return { run: latest.filter(isDecisive).length, due: latest.length + silent };
}
