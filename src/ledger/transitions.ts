import { REVIEWERS } from '../core/role.ts';
import type { Act, Role } from './event.ts';
import { PROBLEM_STATUS_CODES, type ProblemStatus } from './status.ts';

/** `new` = no event yet. */
export type Before = ProblemStatus | 'new';

interface Row {
  from: readonly Before[];
  act: Act;
  by: readonly Role[];
  /** The state after; `same` keeps the one before. */
  to: ProblemStatus | 'same';
}

const OFFICE = ['office'] as const;
const UNIT = ['unit'] as const;
const PERSONS = ['office', 'centre', 'third_party', 'bureau'] as const;
const CHECKERS = ['machine', ...PERSONS] as const;
const WITH_UNIT = ['handed_over', 'received', 'rectified', 'partly_rectified', 'not_rectified'] as const;

/**
 * The one table of the ledger (design section 4): state × act × role → state. What is not here is refused.
 * A person of the office finds a problem; what the machine or anyone else finds is suspected until office or centre
 * confirm it (人工复核), and a machine that finds it again after 销号 only raises the suspicion anew.
 */
const TABLE: readonly Row[] = [
  { from: ['new'], act: 'found', by: OFFICE, to: 'confirmed' },
  { from: ['new'], act: 'found', by: ['machine', 'centre', 'third_party', 'bureau'], to: 'suspected' },
  // 主动巡网 (seeds M20): a unit's own finding. Whoever meets it later joins it; only where it stays is it suspected (`reconcile-moves`).
  { from: ['new'], act: 'found', by: UNIT, to: 'self_found' },
  { from: ['self_found'], act: 'reported_fixed', by: UNIT, to: 'self_fixed' },
  { from: ['self_found', 'self_fixed'], act: 'found', by: CHECKERS, to: 'same' },
  { from: ['self_found', 'self_fixed'], act: 'reopened', by: ['machine'], to: 'suspected' },
  { from: ['self_found', 'self_fixed'], act: 'confirmed', by: OFFICE, to: 'confirmed' },
  { from: ['self_found', 'self_fixed'], act: 'rejected', by: OFFICE, to: 'rejected' },
  { from: ['suspected'], act: 'confirmed', by: REVIEWERS, to: 'confirmed' },
  { from: ['suspected'], act: 'rejected', by: REVIEWERS, to: 'rejected' },
  // The same matter as another problem of the unit: it goes on there.
  { from: ['suspected'], act: 'merged', by: REVIEWERS, to: 'merged' },
  // A slip of the hand at the desk; `apply` says whose and until when.
  { from: ['confirmed', 'rejected', 'merged', 'exempted'], act: 'undone', by: REVIEWERS, to: 'suspected' },
  // Handing over again sets a new deadline (再次交办).
  {
    from: ['confirmed', 'handed_over', 'received', 'partly_rectified', 'not_rectified'],
    act: 'handed_over',
    // The approval bureau hands over what falls into its field.
    by: ['office', 'bureau'],
    to: 'handed_over',
  },
  { from: ['handed_over'], act: 'received', by: UNIT, to: 'received' },
  { from: WITH_UNIT, act: 'disputed', by: UNIT, to: 'disputed' },
  { from: ['disputed'], act: 'upheld', by: OFFICE, to: 'received' },
  { from: WITH_UNIT, act: 'reported_fixed', by: UNIT, to: 'rectified' },
  { from: ['confirmed', ...WITH_UNIT, 'rechecked_ok'], act: 'rechecked_fixed', by: CHECKERS, to: 'rechecked_ok' },
  { from: [...WITH_UNIT, 'rechecked_ok'], act: 'rechecked_partly', by: CHECKERS, to: 'partly_rectified' },
  { from: [...WITH_UNIT, 'rechecked_ok'], act: 'rechecked_not', by: CHECKERS, to: 'not_rectified' },
  { from: ['confirmed', ...WITH_UNIT, 'disputed', 'rechecked_ok'], act: 'withdrawn', by: OFFICE, to: 'withdrawn' },
  { from: ['suspected', 'confirmed', ...WITH_UNIT, 'disputed'], act: 'exempted', by: OFFICE, to: 'exempted' },
  // Never without a recheck; an exempted place that no longer has the problem is simply struck off.
  { from: ['rechecked_ok', 'exempted'], act: 'closed', by: OFFICE, to: 'closed' },
  { from: ['closed', 'exempted'], act: 'reopened', by: ['machine'], to: 'suspected' },
  { from: ['closed', 'exempted', 'rejected', 'merged', 'withdrawn'], act: 'reopened', by: OFFICE, to: 'confirmed' },
  // 双随机 rechecks of what was struck off (seeds P05).
  { from: ['closed'], act: 'rechecked_fixed', by: PERSONS, to: 'closed' },
  { from: ['closed'], act: 'rechecked_partly', by: PERSONS, to: 'partly_rectified' },
  { from: ['closed'], act: 'rechecked_not', by: PERSONS, to: 'not_rectified' },
  // A statement about the cut-off: it may be written down after the problem has moved on.
  { from: PROBLEM_STATUS_CODES, act: 'carried_over', by: ['office', 'centre', 'machine'], to: 'same' },
  // The same of one that stood at the cut-off and was taken back before the period was closed for good.
  { from: ['withdrawn'], act: 'uncarried', by: ['office', 'centre', 'machine'], to: 'withdrawn' },
];

const keyOf = (from: Before, act: Act, role: Role): string => `${from} ${act} ${role}`;
const INDEX = new Map(
  TABLE.flatMap(({ from, act, by, to }) =>
    from.flatMap((state) => by.map((role) => [keyOf(state, act, role), to === 'same' ? (state as ProblemStatus) : to] as const)),
  ),
);

/** The state after an act, or null when the table does not allow it. */
export function stateAfter(from: Before, act: Act, role: Role): ProblemStatus | null {
  return INDEX.get(keyOf(from, act, role)) ?? null;
}

/** Roles that may do this act in this state; empty when nobody may. */
export function rolesFor(from: Before, act: Act): Role[] {
  return [...new Set(TABLE.filter((row) => row.act === act && row.from.includes(from)).flatMap((row) => row.by))];
}

/** Acts this role may do in this state, in the order of the table. */
export function actsFor(from: Before, role: Role): Act[] {
  return [...new Set(TABLE.filter((row) => row.by.includes(role) && row.from.includes(from)).map((row) => row.act))];
}

/** Acts that always lead to a state of this kind, from wherever they are allowed. */
export function actsInto(wanted: (status: ProblemStatus) => boolean): Act[] {
  const lead = (act: Act) => TABLE.filter((row) => row.act === act);
  return [...new Set(TABLE.map(({ act }) => act))].filter((act) => lead(act).every(({ to }) => to !== 'same' && wanted(to)));
}
