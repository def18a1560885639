import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
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

/** Whether a problem that stood in the stock at the end of a day was taken back since, and the books have it on that day still. */
export async function isTakenBackAfter(db: Db, areaId: string, day: CalendarDate): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from problem p where p.area_id = ${areaId} and p.status = 'withdrawn' and p.last_act_on > ${day} and p.first_found_on <= ${day}
        and (select m.move <> 'closed' from ledger_move m where m.problem_id = p.id and m.day <= ${day} order by m.seq desc limit 1)
    ) as is`.execute(db);
  return rows[0]?.is ?? false;
}
