import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';

/**
 * `and …` for problems `p` a caller may see: charged to its units or lying with them (seeds U08), on an account they supervise
 * (主管单位, U15), or in a bureau's field (U12); never what only a closed list may know (S04), nor before it is confirmed what
 * only reviewers may (U05). To act on one is narrower.
 */
export function problemsVisible(scope: Scope): RawBuilder<unknown> {
  return within(scope, scope.units === null ? sql`` : sql` or p.channel_id in (${supervised(scope.units)})`);
}

/** `and …` for problems `p` a caller answers for: as those it may see, without what its units only supervise. */
export const problemsOwned = (scope: Scope): RawBuilder<unknown> => within(scope, sql``);

/**
 * `and …` as for those it may see, whether confirmed or not: for what is confirmed by its nature (moves of the stock), and to count
 * the reviewers' work, never to show it.
 */
export const problemsConfirmedOrNot = ({ confirmedOnly: _, ...scope }: Scope): RawBuilder<unknown> => problemsVisible(scope);

function within({ units, categories, withheld = [], withheldIn, confirmedOnly }: Scope, or: RawBuilder<unknown>): RawBuilder<unknown> {
  const elsewhere = withheldIn ? sql`p.area_id <> all(${withheldIn}::text[]) or ` : sql``;
  const known = withheld.length === 0 ? sql`` : sql` and (${elsewhere}p.category <> all(${withheld}::text[]))`;
  const mine = units === null ? sql`` : sql` and (p.unit_id = any(${units}::text[]) or p.at_unit_id = any(${units}::text[])${or})`;
  const field = categories === null ? sql`` : sql` and p.category = any(${categories}::text[])`;
  return sql`${mine}${known}${field}${confirmedOnly ? confirmed(units) : sql``}`;
}

/** States that a finding can stand in which nobody ever confirmed; into all others leads a confirmation, or a unit's own finding (主动巡网, M20), which accuses nobody. */
const PERHAPS_NEVER: readonly ProblemStatus[] = ['suspected', 'rejected', 'merged', 'exempted', 'closed'];

/**
 * Confirmed at some time and not by a slip that was taken back, whatever became of it since; for units also what they found by
 * themselves. Nearly every line is told by its state, most of all first: nothing is struck off unconfirmed that was not exempted.
 * Of the few others each takes one step (`offset 0`: not the moves of all for one).
 */
function confirmed(units: Scope['units']): RawBuilder<unknown> {
  const ownFinding = sql`
    or exists (select from problem_event e where e.problem_id = p.id and e.seq = 1 and e.by_role = 'unit' and e.by_unit_id = any(${units}::text[]) offset 0)`;
  return sql` and (p.status = 'closed' and p.id not in (select problem_id from problem_event where act = 'exempted')
    or p.status <> all(${PERHAPS_NEVER}::text[]) or exists (select from ledger_move m where m.problem_id = p.id offset 0)${units === null ? sql`` : ownFinding})`;
}

/** Accounts that these units supervise: named so in the register, or held by a unit below one of them. It says nothing of `p`, so that it is asked once and not for every problem. */
function supervised(units: readonly string[]): RawBuilder<unknown> {
  return sql`
    select a.id from account a join unit h on h.area_id = a.area_id and h.id = a.unit_id
    where ${supervisorOfAccount} = any(${units}::text[])`;
}

/** 主管单位 of account `a` whose 主办单位 is unit `h`: the one registered, else the unit above a 主办单位 that has one. */
export const supervisorOfAccount: RawBuilder<unknown> = sql`coalesce(a.supervising_unit_id, h.parent_id)`;
