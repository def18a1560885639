import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Role } from '../ledger/event.ts';
import type { Db } from './schema.ts';

/** 复核各步 of what was found in a span: every finding stands under exactly one outcome. */
export interface ReviewCount {
  source: Role;
  outcome: 'waiting' | 'confirmed' | 'rejected' | 'merged' | 'exempted';
  count: number;
}

/**
 * Suspicions raised in a span (found by other than the office, or seen again by the machine after they were settled), with the
 * first answer to each that was not taken back; what the span's end has not seen answered may have been since.
 */
export async function countReviews(db: Db, areaId: string, from: CalendarDate, to: CalendarDate): Promise<ReviewCount[]> {
  const { rows } = await sql<ReviewCount>`
    select r.source, coalesce(a.act, 'waiting') as outcome, count(*) as count
    from (
      select e.problem_id, e.seq, e.by_role as source
      from problem p join problem_event e on e.problem_id = p.id
      where p.area_id = ${areaId} and p.last_act_on >= ${from} and p.first_found_on <= ${to} and e.day between ${from} and ${to}
        and (e.seq = 1 and e.by_role not in ('office', 'unit') or e.act = 'reopened' and e.by_role = 'machine')
    ) r
    left join lateral (
      select d.act from problem_event d
      where d.problem_id = r.problem_id and d.seq > r.seq and d.act in ('confirmed', 'rejected', 'merged', 'exempted')
        and not exists (select from problem_event u where u.problem_id = d.problem_id and u.seq = d.seq + 1 and u.act = 'undone')
      order by d.seq limit 1
    ) a on true
    group by 1, 2`.execute(db);
  return rows;
}
