import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { problemsConfirmedOrNot, problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';
import type { LedgerMove } from './tables/ledger-moves.ts';

/** How many problems crossed the border of the stock on a day, and how many of them had been a problem before (屡禁不止). */
export interface DayMoves {
  day: CalendarDate;
  move: LedgerMove;
  count: number;
}

/** Moves of an area by day, oldest first, up to and including `until`. */
export async function movesByDay(db: Db, areaId: string, scope: Scope, until: CalendarDate): Promise<DayMoves[]> {
  const isWhole = scope.units === null && scope.categories === null && !scope.withheld;
  const { rows } = await sql<DayMoves>`
    select m.day, m.move, count(*) as count from ledger_move m ${isWhole ? sql`` : sql`join problem p on p.id = m.problem_id`}
    where m.area_id = ${areaId} and m.day <= ${until}${isWhole ? sql`` : problemsConfirmedOrNot(scope)}
    group by m.day, m.move order by m.day`.execute(db);
  return rows;
}

/** Problems that came into the stock after one of the same place had been struck off before, by the day they came. */
export async function recurrencesByDay(
  db: Db,
  areaId: string,
  scope: Scope,
  until: CalendarDate,
): Promise<{ day: CalendarDate; count: number }[]> {
  const { rows } = await sql<{ day: CalendarDate; count: number }>`
    -- Problem by problem, each one step along its key: else the moves of all areas are read for the few that came back in one.
    select m.day, count(*) as count from problem p
    cross join lateral (select day from ledger_move where problem_id = p.id and move = 'found' offset 0) m
    where p.area_id = ${areaId} and p.recurrence_of is not null and m.day <= ${until}
      ${problemsConfirmedOrNot(scope)}
    group by m.day order by m.day`.execute(db);
  return rows;
}

/** How many problems stand in one of the statuses now. */
export async function countNow(db: Db, areaId: string, scope: Scope, statuses: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from problem p
    where p.area_id = ${areaId} and p.status = any(${statuses}::text[])${problemsVisible(scope)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Problems that were late at the end of a day: the unit had to move, and the last permitted day was past. `waiting` are the
 * acts after which the next move is the unit's, `open` the statuses of the stock.
 */
export async function countLateOn(
  db: Db,
  areaId: string,
  day: CalendarDate,
  { waiting, open }: { waiting: readonly string[]; open: readonly string[] },
): Promise<number> {
  // Only what is open today, or was acted on since, can have been open then; of those each needs two steps through its acts.
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from problem p
    cross join lateral (
      select e.act from problem_event e
      where e.problem_id = p.id and e.day <= ${day} and e.act <> 'carried_over' order by e.seq desc limit 1
    ) last
    cross join lateral (
      select (e.data ->> 'due')::date as due from problem_event e
      where e.problem_id = p.id and e.day <= ${day} and e.act in ('handed_over', 'reopened') order by e.seq desc limit 1
    ) term
    where p.area_id = ${areaId} and p.first_found_on <= ${day}
      and (p.status = any(${open}::text[]) or p.last_act_on > ${day})
      and last.act = any(${waiting}::text[]) and term.due < ${day}
      -- Unless the books are closed without it.
      and (select m.move <> 'closed' from ledger_move m where m.problem_id = p.id and m.day <= ${day} order by m.seq desc limit 1)`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
