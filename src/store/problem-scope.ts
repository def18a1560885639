import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../core/role.ts';

/**
 * `and …` for problems `p` a caller may see: charged to its units or lying with them (seeds U08), on an account they supervise
 * (主管单位, U15), or in a bureau's field (U12); never what only a closed list may know (S04). To act on one is narrower.
 */
export function problemsVisible(scope: Scope): RawBuilder<unknown> {
  return within(scope, scope.units === null ? sql`` : sql` or p.channel_id in (${supervised(scope.units)})`);
}

/** `and …` for problems `p` a caller answers for: as those it may see, without what its units only supervise. */
export const problemsOwned = (scope: Scope): RawBuilder<unknown> => within(scope, sql``);

function within({ units, categories, withheld = [], withheldIn }: Scope, or: RawBuilder<unknown>): RawBuilder<unknown> {
  const elsewhere = withheldIn ? sql`p.area_id <> all(${withheldIn}::text[]) or ` : sql``;
  const known = withheld.length === 0 ? sql`` : sql` and (${elsewhere}p.category <> all(${withheld}::text[]))`;
  const mine = units === null ? sql`` : sql` and (p.unit_id = any(${units}::text[]) or p.at_unit_id = any(${units}::text[])${or})`;
  return categories === null ? sql`${mine}${known}` : sql`${mine}${known} and p.category = any(${categories}::text[])`;
}

/** Accounts that these units supervise: named so in the register, or held by a unit below one of them. It says nothing of `p`, so that it is asked once and not for every problem. */
function supervised(units: readonly string[]): RawBuilder<unknown> {
  return sql`
    select a.id from account a join unit h on h.area_id = a.area_id and h.id = a.unit_id
    where ${supervisorOfAccount} = any(${units}::text[])`;
}

/** 主管单位 of account `a` whose 主办单位 is unit `h`: the one registered, else the unit above a 主办单位 that has one. */
export const supervisorOfAccount: RawBuilder<unknown> = sql`coalesce(a.supervising_unit_id, h.parent_id)`;
