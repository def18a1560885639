import { CATEGORIES } from '../../core/category.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import type { ProblemRow } from '../../notice/snapshot.ts';

/** Lines of a channel for what persons found there: what stands on 问题清单, and what was taken back since and may not be told. */
export interface FoundByHand {
  standing: readonly string[];
  fallen: readonly string[];
}

/** What turned out to be no problem at all; a notice names it nowhere, whenever that was found. */
export const FALLEN: readonly ProblemStatus[] = ['withdrawn', 'rejected', 'merged'];

/** Lines for what persons found on channels (third parties, cards, by hand), by channel; no check tells of it. */
export function foundByHand(ledger: readonly LedgerEntry[], problems: readonly ProblemRow[]): ReadonlyMap<string, FoundByHand> {
  const listed = new Set(problems.filter(({ handing }) => (handing ?? null) !== null).map(({ id }) => id));
  const lines = new Map<string, { standing: string[]; fallen: string[] }>();
  for (const { problem, events } of ledger) {
    const now = project(events);
    if (problem.channelId === null || now.check !== null) continue;
    const line = CONFIDENTIAL.includes(problem.category) ? CATEGORIES[problem.category] : problem.text;
    const of = lines.get(problem.channelId) ?? { standing: [], fallen: [] };
    lines.set(problem.channelId, of);
    if (listed.has(problem.id) && !of.standing.includes(line)) of.standing.push(line);
    if (FALLEN.includes(now.status)) of.fallen.push(line);
  }
  // The same words may tell of another problem that stands.
  for (const of of lines.values()) of.fallen = of.fallen.filter((line) => !of.standing.includes(line));
  return lines;
}
