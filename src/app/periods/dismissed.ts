import type { CalendarDate } from '../../core/date.ts';
import { wholeOf } from '../../ledger/merged.ts';
import { neverWas, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { ProblemStatus } from '../../ledger/status.ts';

/** Not accepted by a person, excused, or found by its own unit first. */
const DISMISSED: readonly ProblemStatus[] = ['rejected', 'withdrawn', 'exempted', 'self_found', 'self_fixed'];
/**
 * Tells whether a finding of a day is one that a person, by the cut-off, did not accept or excused (seeds M02), or that was taken
 * back since: no period may go on blaming a unit for it. The problem meant is the latest of its fingerprint that had been found by then: an earlier rejection says nothing of it.
 */
export function dismissedBy(
  ledger: readonly LedgerEntry[],
  cutoff: CalendarDate,
): (finding: { fingerprint: string }, observation: { day: CalendarDate }) => boolean {
  const byId = new Map(ledger.map((entry) => [entry.problem.id, entry]));
  const byFingerprint = new Map<string, LedgerEntry[]>();
  for (const entry of ledger)
    byFingerprint.set(entry.problem.fingerprint, [...(byFingerprint.get(entry.problem.fingerprint) ?? []), entry]);
  return ({ fingerprint }, { day }) => {
    const found = (byFingerprint.get(fingerprint) ?? []).filter((entry) => entry.problem.firstFoundOn <= day);
    const latest = found.sort((a, b) => (a.problem.firstFoundOn < b.problem.firstFoundOn ? -1 : 1)).at(-1);
    if (latest && neverWas(project(latest.events))) return true;
    const state = latest ? projectAsOf(latest.events, cutoff) : null;
    if (!latest || state?.status !== 'merged') return state !== null && DISMISSED.includes(state.status);
    // It stands or falls with the problem it was merged into: that one's own line may go while this still stands.
    const whole = wholeOf(latest, byId);
    const wholeThen = projectAsOf(whole.events, cutoff);
    return neverWas(project(whole.events)) || (wholeThen !== null && DISMISSED.includes(wholeThen.status));
  };
}

/** Problems that nobody has confirmed or rejected by the cut-off: a period cannot be closed over them. */
export function suspectedAt(ledger: readonly LedgerEntry[], cutoff: CalendarDate): LedgerEntry[] {
  return ledger.filter((entry) => projectAsOf(entry.events, cutoff)?.status === 'suspected');
}
