import { type Insertable, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { problemsOwned } from './problem-scope.ts';
import type { Db, Tables } from './schema.ts';

/** 要求上报 of the sealed report for a month's hand-overs outside notices. */
export type ReportAsk = Selectable<Tables['reportAsk']>;

/** Keeps what was asked behind what was asked before. */
export async function insertAsk(db: Db, ask: Omit<Insertable<Tables['reportAsk']>, 'seq'>): Promise<void> {
  await db
    .insertInto('reportAsk')
    .values((eb) => ({
      ...ask,
      seq: eb
        .selectFrom('reportAsk as earlier')
        .select(({ fn, lit }) => fn.coalesce(eb(fn.max('earlier.seq'), '+', 1), lit(1)).as('next'))
        .where('earlier.areaId', '=', ask.areaId)
        .where('earlier.about', '=', ask.about),
    }))
    .execute();
}

/** What was asked in an area, or on one matter, the newest first. */
export async function listAsks(db: Db, areaId: string, about: string | null = null): Promise<ReportAsk[]> {
  let query = db.selectFrom('reportAsk').selectAll().where('areaId', '=', areaId);
  if (about !== null) query = query.where('about', '=', about);
  return query.orderBy('at', 'desc').orderBy('about', 'desc').orderBy('seq', 'desc').execute();
}

/** Problems handed over outside notices since a day, by month and unit, the newest month first. */
export async function handedAlone(
  db: Db,
  areaId: string,
  since: CalendarDate,
  scope: Scope,
): Promise<{ month: string; unitId: string; problems: number }[]> {
  const { rows } = await sql<{ month: string; unitId: string; problems: number }>`
    select to_char(e.day, 'YYYY-MM') as month, p.unit_id, count(distinct p.id)::int as problems
    from problem_event e join problem p on p.area_id = e.area_id and p.id = e.problem_id${problemsOwned(scope)}
    where e.area_id = ${areaId} and e.act = 'handed_over' and e.data ->> 'notice' is null and e.day >= ${since}
    group by 1, 2 order by 1 desc, 2`.execute(db);
  return rows;
}
