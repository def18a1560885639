import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';

/** Problems of one unit in one status; `late` of them were due before the day. */
export interface UnitStatusCount {
  unitId: string;
  status: ProblemStatus;
  count: number;
  late: number;
}

/** Open problems by unit and state. `late`: due before `day` and waiting for the unit. One of a sub-unit counts with it and with the unit above. */
export async function countByUnitAndStatus(
  db: Db,
  areaId: string,
  scope: Scope,
  statuses: { open: readonly ProblemStatus[]; waiting: readonly ProblemStatus[] },
  day: CalendarDate,
): Promise<UnitStatusCount[]> {
  const { rows } = await sql<UnitStatusCount>`
    select u.id as unit_id, p.status, count(*) as count,
      count(*) filter (where p.due_on < ${day} and p.status = any(${statuses.waiting}::text[])) as late
    from problem p
    -- A sub-unit's problem stands with it and with the unit above that is charged with it, as in the lists of both.
    cross join lateral (select p.unit_id as id union select p.at_unit_id where p.at_unit_id is not null) u
    where p.area_id = ${areaId} and p.status = any(${statuses.open}::text[])${problemsVisible(scope)}
    group by u.id, p.status`.execute(db);
  return rows;
}

/** Channels of which a judgement says something that is a verdict, good or bad. */
export async function channelsJudged(db: Db, judgementId: string): Promise<Set<string>> {
  const { rows } = await sql<{ channelId: string }>`
    select distinct channel_id from observation where judgement_id = ${judgementId} and verdict in ('pass', 'fail')`.execute(db);
  return new Set(rows.map(({ channelId }) => channelId));
}
