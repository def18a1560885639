import type { CalendarDate, Instant } from '../core/date.ts';
import type { Act, Problem } from './event.ts';
import { isOverdue, type Projection } from './project.ts';
import type { LedgerObservation } from './reconcile-input.ts';

/** What a look that was asked for (机器复核) says of a problem. */
export type LookOutcome = 'fixed' | 'not' | 'unclear';

/** The answer of the check that found it on its own subject; anything but a clear one is unclear, never fixed. */
export function outcomeOfLook(
  { fingerprint }: Pick<Problem, 'fingerprint'>,
  { check, subject }: Pick<Projection, 'check' | 'subject'>,
  observations: readonly LedgerObservation[],
): { outcome: LookOutcome; evidence: readonly string[] } {
  const own = observations.find(({ checkId, subjectId }) => checkId === check && subjectId === subject);
  if (!own || (own.verdict !== 'pass' && own.verdict !== 'fail')) return { outcome: 'unclear', evidence: [] };
  const again = own.findings.find((finding) => finding.level === 'problem' && finding.fingerprint === fingerprint);
  return again ? { outcome: 'not', evidence: again.evidence } : { outcome: 'fixed', evidence: [] };
}

/**
 * The act that follows; null where the outcome changes nothing. Seen again before the deadline and before the unit has said
 * anything, it is still at work; a dispute is the office's to answer; a claim made after the look was asked for is not
 * disproved by it.
 */
export function actOfLook(
  state: Projection,
  outcome: LookOutcome,
  { day, askedAt, claimedAt }: { day: CalendarDate; askedAt: Instant; claimedAt: Instant | null },
): Extract<Act, 'rechecked_fixed' | 'rechecked_not'> | null {
  if (outcome === 'unclear' || state.status === 'disputed') return null;
  if (outcome === 'fixed') return ['rechecked_ok', 'closed'].includes(state.status) ? null : 'rechecked_fixed';
  switch (state.status) {
    case 'handed_over':
    case 'received':
      return isOverdue(state, day) ? 'rechecked_not' : null;
    case 'rectified':
      return claimedAt !== null && askedAt >= claimedAt ? 'rechecked_not' : null;
    case 'rechecked_ok':
      return 'rechecked_not';
    default:
      return null;
  }
}
