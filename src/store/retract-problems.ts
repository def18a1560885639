import { sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db } from './schema.ts';

/** Problems whose first event says that this import brought them in. */
export async function problemsOfImport(db: Db, areaId: string, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select problem_id as id from problem_event
    where area_id = ${areaId} and seq = 1 and data ->> 'import' = ${importId} order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Those of the problems that somebody has acted on since, with the words they are known by. */
export async function actedOnSince(db: Db, ids: readonly string[], importId: string): Promise<{ id: string; label: string }[]> {
  const { rows } = await sql<{ id: string; label: string }>`
    select p.id, p.text as label from problem p where p.id = any(${ids}::text[]) and (
      exists (select from problem_event e where e.problem_id = p.id and e.data ->> 'import' is distinct from ${importId})
      or exists (select from problem later where later.recurrence_of = p.id and not later.id = any(${ids}::text[])))
    order by p.id`.execute(db);
  return rows;
}

/** Moves problems with their whole history out of the ledger into what was taken back. Call inside a transaction. */
export async function retractProblems(db: Db, ids: readonly string[], importId: string, at: Instant): Promise<void> {
  await sql`
    insert into retracted_problem (import_id, problem_id, area_id, problem, events, retracted_at)
    select ${importId}, p.id, p.area_id, to_jsonb(p),
      (select jsonb_agg(to_jsonb(e) order by e.seq) from problem_event e where e.problem_id = p.id), ${at}
    from problem p where p.id = any(${ids}::text[])`.execute(db);
  await sql`delete from problem_event where problem_id = any(${ids}::text[])`.execute(db);
  await sql`delete from problem where id = any(${ids}::text[])`.execute(db);
}
