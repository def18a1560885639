import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { inScope } from './in-scope.ts';
import type { Db } from './schema.ts';

/** 存量 of one unit over a span: opening + found + reopened − closed = closing (seeds P09). */
export interface UnitStock {
  unitId: string;
  opening: number;
  found: number;
  reopened: number;
  closed: number;
  closing: number;
  /** Of the opening ones, those that stand at the end too (结转). */
  carried: number;
}

/**
 * Stock of every unit with anything to count, over the days after `after` (null = from the beginning) up to `cutoff`. `open` are the statuses
 * of the stock: it is reckoned back from what stands in them today, so that a month costs the moves since it began and not those of all years.
 */
export async function stockByUnit(
  db: Db,
  areaId: string,
  { after, cutoff, open }: { after: CalendarDate | null; cutoff: CalendarDate; open: readonly ProblemStatus[] },
  scope: Scope,
): Promise<UnitStock[]> {
  const step = sql`case m.move when 'closed' then -1 else 1 end`;
  const isOpen = sql`p.status = any(${open}::text[])`;
  const visible = inScope(scope, sql`p.unit_id`, sql`p.category`);
  const { rows } = await sql<UnitStock>`
    with moved as (
      select p.unit_id, (${isOpen})::int as now, sum(${step}) as since, coalesce(sum(${step}) filter (where m.day > ${cutoff}), 0) as later,
        count(*) filter (where m.move = 'found' and m.day <= ${cutoff}) as found,
        count(*) filter (where m.move = 'reopened' and m.day <= ${cutoff}) as reopened,
        count(*) filter (where m.move = 'closed' and m.day <= ${cutoff}) as closed
      from ledger_move m join problem p on p.id = m.problem_id
      where m.area_id = ${areaId} and m.day > ${after ?? '0001-01-01'}${visible}
      group by p.area_id, p.id
    ), part as (
      select unit_id, -sum(since) as opening, -sum(later) as closing, sum(found) as found, sum(reopened) as reopened, sum(closed) as closed,
        count(*) filter (where now > since and now > later) - sum(now) as carried
      from moved group by unit_id
      union all
      select p.unit_id, count(*), count(*), 0, 0, 0, count(*) from problem p where p.area_id = ${areaId} and ${isOpen}${visible} group by p.unit_id
    )
    select unit_id, sum(opening)::int as opening, sum(found)::int as found, sum(reopened)::int as reopened, sum(closed)::int as closed,
      sum(closing)::int as closing, sum(carried)::int as carried
    from part group by unit_id
    having sum(opening) > 0 or sum(closing) > 0 or sum(found + reopened + closed) > 0`.execute(db);
  return rows;
}

/** Day of the first move of an area's ledger; null while it is empty. */
export async function firstMoveOn(db: Db, areaId: string): Promise<CalendarDate | null> {
  const { rows } = await sql<{ day: CalendarDate | null }>`select min(day) as day from ledger_move where area_id = ${areaId}`.execute(db);
  return rows[0]?.day ?? null;
}
