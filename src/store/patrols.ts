import { type Selectable, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { CalendarDate } from '../core/date.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Db, Tables } from './schema.ts';
import { storableText } from './text.ts';

/** 主动巡网: one look of a unit at what it runs. */
export type Patrol = Selectable<Tables['patrol']>;

/** A problem a patrol found, with the days that matter for whose finding it is. */
export interface PatrolProblem {
  patrolId: string;
  id: string;
  category: Category;
  placeLabel: string;
  text: string;
  status: ProblemStatus;
  foundOn: CalendarDate;
  /** When the unit said that it is fixed. */
  fixedOn: CalendarDate | null;
  /** When somebody else met it for the first time. */
  alsoFoundOn: CalendarDate | null;
}

/** Which patrols. `unitIds` null: of all units. */
export interface PatrolFilter {
  unitIds: readonly string[] | null;
  from: CalendarDate;
  to: CalendarDate;
}

export async function insertPatrol(db: Db, patrol: Patrol, problemIds: readonly string[]): Promise<void> {
  const { areaId, id: patrolId, scope, note } = patrol;
  await db
    .insertInto('patrol')
    .values({ ...patrol, scope: storableText(scope), note: note === null ? null : storableText(note) })
    .execute();
  if (problemIds.length > 0)
    await db
      .insertInto('patrolProblem')
      .values(problemIds.map((problemId) => ({ areaId, patrolId, problemId })))
      .execute();
}

/** Patrols of an area, the newest first. */
export async function listPatrols(db: Db, areaId: string, { unitIds, from, to }: PatrolFilter): Promise<Patrol[]> {
  let query = db.selectFrom('patrol').selectAll().where('areaId', '=', areaId).where('day', '>=', from).where('day', '<=', to);
  if (unitIds) query = query.where('unitId', '=', sql<string>`any(${unitIds}::text[])`);
  return query.orderBy('day', 'desc').orderBy('at', 'desc').orderBy('id').execute();
}

/** Problems those patrols found, in the order of finding. */
export async function patrolProblems(
  db: Db,
  areaId: string,
  { unitIds, from, to, withheld }: PatrolFilter & { withheld: readonly string[] },
): Promise<PatrolProblem[]> {
  const { rows } = await sql<PatrolProblem>`
    select l.patrol_id, p.id, p.category, p.place_label, p.text, p.status, p.first_found_on as found_on,
      (select min(e.day) from problem_event e where e.problem_id = p.id and e.act = 'reported_fixed') as fixed_on,
      (select min(e.day) from problem_event e where e.problem_id = p.id and e.act in ('found', 'reopened', 'confirmed') and e.seq > 1)
        as also_found_on
    from patrol t
    join patrol_problem l on l.area_id = t.area_id and l.patrol_id = t.id
    join problem p on p.area_id = l.area_id and p.id = l.problem_id
    where t.area_id = ${areaId} and t.day between ${from} and ${to}
      and p.category <> all(${withheld}::text[])
      ${unitIds === null ? sql`` : sql`and t.unit_id = any(${unitIds}::text[])`}
    order by p.first_found_on, p.id`.execute(db);
  return rows;
}
