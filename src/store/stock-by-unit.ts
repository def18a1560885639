import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
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

/** Stock of every unit with anything to count, over the days after `after` (null = from the beginning) up to `cutoff`. */
export async function stockByUnit(
  db: Db,
  areaId: string,
  { after, cutoff }: { after: CalendarDate | null; cutoff: CalendarDate },
  scope: Scope,
): Promise<UnitStock[]> {
  const before = sql`m.day <= ${after ?? '0001-01-01'}`;
  const step = sql`case m.move when 'closed' then -1 else 1 end`;
  const { rows } = await sql<UnitStock>`
    with one as (
      select p.unit_id,
        coalesce(sum(${step}) filter (where ${before}), 0) as at_start, sum(${step}) as at_end,
        count(*) filter (where m.move = 'found' and not (${before})) as found,
        count(*) filter (where m.move = 'reopened' and not (${before})) as reopened,
        count(*) filter (where m.move = 'closed' and not (${before})) as closed
      from ledger_move m join problem p on p.id = m.problem_id
      where m.area_id = ${areaId} and m.day <= ${cutoff}${inScope(scope, sql`p.unit_id`, sql`p.category`)}
      group by m.problem_id, p.unit_id
    )
    select unit_id, sum(at_start)::int as opening, sum(found)::int as found, sum(reopened)::int as reopened,
      sum(closed)::int as closed, sum(at_end)::int as closing,
      count(*) filter (where at_start > 0 and at_end > 0)::int as carried
    from one group by unit_id
    having sum(at_start) > 0 or sum(at_end) > 0 or sum(found + reopened + closed) > 0`.execute(db);
  return rows;
}

/** Day of the first move of an area's ledger; null while it is empty. */
export async function firstMoveOn(db: Db, areaId: string): Promise<CalendarDate | null> {
  const { rows } = await sql<{ day: CalendarDate | null }>`select min(day) as day from ledger_move where area_id = ${areaId}`.execute(db);
  return rows[0]?.day ?? null;
}
