import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { problemsOwned } from './problem-scope.ts';
import { fromRow, type LedgerRow } from './problems.ts';
import type { Db } from './schema.ts';

/** Those of the problems that an area has and a scope holds, in the order of their ids. */
export async function problemsInScope(db: Db, areaId: string, ids: readonly string[], scope: Scope): Promise<LedgerRow[]> {
  const { rows } = await sql<Parameters<typeof fromRow>[0]>`
    select p.* from problem p
    where p.area_id = ${areaId} and p.id = any(${ids}::text[])${problemsOwned(scope)} order by p.id`.execute(db);
  return rows.map(fromRow);
}

/** How many problems charged to a scope's units or lying with them stand in each status with each last day. */
export async function countByDue(
  db: Db,
  areaId: string,
  { statuses, scope: { units, withheld = [] } }: { statuses: readonly ProblemStatus[]; scope: Scope },
): Promise<{ status: ProblemStatus; dueOn: CalendarDate | null; count: number }[]> {
  const own = units === null ? sql`` : sql`and (unit_id = any(${units}::text[]) or at_unit_id = any(${units}::text[]))`;
  const { rows } = await sql<{ status: ProblemStatus; dueOn: CalendarDate | null; count: number }>`
    select status, due_on, count(*) as count from problem
    where area_id = ${areaId} and status = any(${statuses}::text[]) ${own} and category <> all(${withheld}::text[])
    group by 1, 2`.execute(db);
  return rows;
}

/** Notices that handed over problems of these units (null: of any), the newest first. */
export async function noticesWithHandOvers(
  db: Db,
  areaId: string,
  units: readonly string[] | null,
): Promise<{ id: string; title: string; issuedAt: string }[]> {
  const own =
    units === null ? sql`` : sql`and exists (select from problem p where p.id = e.problem_id and p.unit_id = any(${units}::text[]))`;
  const { rows } = await sql<{ id: string; title: string; issuedAt: string }>`
    select n.id, n.title, n.issued_at from notice n
    where n.area_id = ${areaId} and n.issued_at is not null and exists (
      select from problem_event e
      where e.area_id = n.area_id and e.act = 'handed_over' and e.data ->> 'notice' = n.id ${own})
    order by n.issued_at desc, n.id`.execute(db);
  return rows;
}
