import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../core/role.ts';

/**
 * `and …` that holds a query to a caller's units and field of problems, and to what its closed list lets it know (seeds S04);
 * nothing where there is no limit. `category` null: rows have none, so a field of problems shows none of them.
 */
export function inScope(
  { units, categories, withheld = [] }: Scope,
  unit: RawBuilder<unknown>,
  category: RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const mine = units === null ? sql`` : sql` and ${unit} = any(${units}::text[])`;
  if (category === null) return categories === null ? mine : sql` and false`;
  const known = withheld.length === 0 ? sql`` : sql` and ${category} <> all(${withheld}::text[])`;
  return categories === null ? sql`${mine}${known}` : sql`${mine}${known} and ${category} = any(${categories}::text[])`;
}
