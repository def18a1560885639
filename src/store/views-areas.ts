import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { type Days, dayIn, inAreas } from './in-areas.ts';
import { problemsConfirmedOrNot, problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';

/** Problems of one area in one status; `late` of them were due before its day, `soon` on it or in the days after. */
export interface AreaStatusCount {
  areaId: string;
  status: ProblemStatus;
  count: number;
  late: number;
  soon: number;
}

/** Problems of several areas in one of the `open` statuses, as the scope shows them; `waiting` are those in which a unit has to move. */
export async function countByAreaAndStatus(
  db: Db,
  areaIds: readonly string[],
  scope: Scope,
  { open, waiting }: { open: readonly ProblemStatus[]; waiting: readonly ProblemStatus[] },
  { days, soonDays }: { days: Days; soonDays: number },
): Promise<AreaStatusCount[]> {
  const day = dayIn(sql`p.area_id`, days);
  const waits = sql`p.status = any(${waiting}::text[])`;
  const { rows } = await sql<AreaStatusCount>`
    select p.area_id, p.status, count(*) as count,
      count(*) filter (where p.due_on < ${day} and ${waits}) as late,
      count(*) filter (where p.due_on >= ${day} and p.due_on <= ${day} + ${soonDays}::int and ${waits}) as soon
    from problem p
    where ${inAreas(sql`p.area_id`, areaIds)} and p.status = any(${open}::text[])${problemsVisible(scope)}
    group by p.area_id, p.status`.execute(db);
  return rows;
}

/** How many units each area has that are not sub-units of another. */
export async function countUnitsByArea(db: Db, areaIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ areaId: string; count: number }>`
    select area_id, count(*) as count from unit where ${inAreas(sql`area_id`, areaIds)} and parent_id is null group by area_id`.execute(db);
  return new Map(rows.map(({ areaId, count }) => [areaId, count]));
}

/** How many sites and accounts stand in the register of each area. */
export async function countChannelsByArea(db: Db, areaIds: readonly string[]): Promise<Map<string, { sites: number; accounts: number }>> {
  const { rows } = await sql<{ areaId: string; sites: number; accounts: number }>`
    select area_id, sum(site)::int as sites, sum(account)::int as accounts from (
      select area_id, 1 as site, 0 as account from site where ${inAreas(sql`area_id`, areaIds)}
      union all select area_id, 0, 1 from account where ${inAreas(sql`area_id`, areaIds)}
    ) c group by area_id`.execute(db);
  return new Map(rows.map(({ areaId, ...counts }) => [areaId, counts]));
}

/** Problems of each area in each of some statuses, as the scope shows them; `since` is the day of the last act on the one that waits longest. */
export async function waitingByArea(
  db: Db,
  areaIds: readonly string[],
  scope: Scope,
  statuses: readonly ProblemStatus[],
): Promise<{ areaId: string; status: ProblemStatus; count: number; since: CalendarDate }[]> {
  const { rows } = await sql<{ areaId: string; status: ProblemStatus; count: number; since: CalendarDate }>`
    select p.area_id, p.status, count(*) as count, min(p.last_act_on) as since
    from problem p
    where ${inAreas(sql`p.area_id`, areaIds)} and p.status = any(${statuses}::text[])${problemsConfirmedOrNot(scope)}
    group by p.area_id, p.status`.execute(db);
  return rows;
}
