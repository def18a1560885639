import { sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Those of the problems that by what is known now never were one, as the ledger's `neverWas` says it: taken back, or not accepted and
 * never in the stock.
 */
export async function neverWere(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select p.id from problem p where p.id = any(${ids}::text[]) and (p.status = 'withdrawn'
      or p.status = 'rejected' and not exists (select from ledger_move m where m.problem_id = p.id))`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
