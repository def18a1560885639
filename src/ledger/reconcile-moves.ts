import type { CalendarDate } from '../core/date.ts';
import { workingDaysBetween } from '../core/work-calendar.ts';
import type { Act, Problem } from './event.ts';
import { isOverdue, type Projection } from './project.ts';
import type { LedgerFinding, ReconcileInput } from './reconcile-input.ts';
import { isSameLapse } from './recurrence.ts';
import { inStock } from './status.ts';

/** One act of the machine and the words that go with it. */
export interface Move {
  act: Act;
  reason: string;
}

export type SeenOutcome =
  | { kind: 'continues'; move: Move | null }
  | { kind: 'new'; linked: boolean }
  | { kind: 'suppressed'; why: 'rejected' | 'withdrawn' | 'exempted' };

const STILL_THERE: Move = { act: 'rechecked_not', reason: '再次检查仍然存在' };
const continues = (move: Move | null): SeenOutcome => ({ kind: 'continues', move });

/** Rechecked in the period that is running? A problem already found unfixed is looked at once more in every period. */
const recheckedSince = (state: Projection, lastCutoff: CalendarDate | null): boolean =>
  state.recheckedOn !== null && (lastCutoff === null || state.recheckedOn > lastCutoff);

function moveOnOpen(state: Projection, { day, lastCutoff }: ReconcileInput): Move | null {
  switch (state.status) {
    case 'handed_over':
    case 'received':
      // Before the deadline the unit may still be at work: seeing it again says nothing against it.
      return isOverdue(state, day) ? STILL_THERE : null;
    case 'rectified':
      // A look on the day of the unit's report may have come before the fix.
      return state.claimedFixedOn !== null && day > state.claimedFixedOn ? STILL_THERE : null;
    case 'not_rectified':
      return recheckedSince(state, lastCutoff) ? null : STILL_THERE;
    case 'partly_rectified':
      // How much was done is a person's finding; the machine only says that something is left.
      return recheckedSince(state, lastCutoff) ? null : { act: 'rechecked_partly', reason: STILL_THERE.reason };
    default:
      return null;
  }
}

/** Working days a unit has for what it found by itself before it counts like anything else. */
const SELF_FOUND_WORKING_DAYS = 5;

const isGrace = (state: Projection, { day, calendar, selfFoundWithin = SELF_FOUND_WORKING_DAYS }: ReconcileInput): boolean =>
  workingDaysBetween(state.foundOn, day, calendar).days <= selfFoundWithin;

/** A unit's own finding: seen in its days it is written down as the unit's, once; after them a person has to look. */
function moveOnOwn(state: Projection, input: ReconcileInput): Move | null {
  if (isGrace(state, input)) return state.alsoFoundOn === null ? { act: 'found', reason: '单位已先自查发现，不作为新问题' } : null;
  const since = state.status === 'self_fixed' ? '单位自查后反馈已整改' : '单位自查发现后未反馈整改';
  return { act: 'reopened', reason: `${since}，再次检查仍然存在` };
}

/** What a finding means for the latest problem of its fingerprint. */
export function moveOnSeen(problem: Problem, state: Projection, finding: LedgerFinding, input: ReconcileInput): SeenOutcome {
  const settledOn = state.fixedOn ?? state.closedOn ?? (state.status === 'self_fixed' ? state.claimedFixedOn : null);
  const same = isSameLapse(problem, settledOn, finding, input.day);
  switch (state.status) {
    case 'self_found':
    case 'self_fixed':
      return same || isGrace(state, input) ? continues(moveOnOwn(state, input)) : { kind: 'new', linked: true };
    case 'rejected':
    case 'withdrawn':
      // The office's answer stands for the lapse it was given on; a later one is a new matter.
      return isSameLapse(problem, null, finding, input.day) ? { kind: 'suppressed', why: state.status } : { kind: 'new', linked: false };
    case 'exempted':
      if (state.exemptUntil !== null && input.day <= state.exemptUntil) return { kind: 'suppressed', why: 'exempted' };
      return continues({ act: 'reopened', reason: '豁免期满后仍然存在' });
    case 'closed':
      return same ? continues({ act: 'reopened', reason: '销号后再次发现，同一问题未真正整改' }) : { kind: 'new', linked: true };
    case 'rechecked_ok':
      return same ? continues({ act: 'rechecked_not', reason: '复核后再次发现' }) : { kind: 'new', linked: true };
    default:
      return continues(moveOnOpen(state, input));
  }
}

/** What it means that a problem was not among the findings; `clear` = its check gave a clear answer on its subject. */
export function moveOnGone(state: Projection, clear: boolean): Move | 'vanished' | 'unverified' | null {
  if (state.status === 'suspected') return clear ? 'vanished' : 'unverified';
  if (!inStock(state.status) || state.status === 'rechecked_ok') return null;
  if (!clear) return 'unverified';
  // A dispute is answered by the office, not by a run.
  return state.status === 'disputed' ? null : { act: 'rechecked_fixed', reason: '再次检查已不存在' };
}
