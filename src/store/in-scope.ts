import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../core/role.ts';

/** `and …` that holds a query to a caller's units and field of problems; nothing where there is no limit. `category` null: rows have none, so a field of problems shows none of them. */
export function inScope(scope: Scope, unit: RawBuilder<unknown>, category: RawBuilder<unknown> | null): RawBuilder<unknown> {
  const units = scope.units === null ? sql`` : sql` and ${unit} = any(${scope.units}::text[])`;
  if (scope.categories === null) return units;
  return category === null ? sql` and false` : sql`${units} and ${category} = any(${scope.categories}::text[])`;
}
