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
  /** Words within what was looked at, the note or the name of who filed it. */
  words?: string | null;
  /** Those that found something, or nothing. */
  only?: 'found' | 'clean' | null;
  /** Kinds of problems that are not shown, counted or told by the order of the list. */
  withheld: readonly string[];
}

/** What each unit filed, found and fixed. */
export interface PatrolCounts {
  unitId: string;
  patrols: number;
  lastOn: CalendarDate;
  found: number;
  fixed: number;
  /** Found by others as well, and not before the unit had. */
  first: number;
}

/** Keeps a unit's own patrol and names the problems it found, which are in the ledger already. */
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

/** One page of the patrols of an area, the newest first or those that found most first, and how many there are. `limit` null: all. */
export async function listPatrols(
  db: Db,
  areaId: string,
  filter: PatrolFilter & { order?: 'new' | 'found' },
  { limit, offset }: { limit: number | null; offset: number } = { limit: null, offset: 0 },
): Promise<{ patrols: Patrol[]; total: number }> {
  const first = filter.order === 'found' ? sql`(select count(*) ${foundBy(filter.withheld)}) desc,` : sql``;
  const { rows } = await sql<Patrol & { total: number }>`
    select t.*, (count(*) over ())::int as total from patrol t where ${wanted(areaId, filter)}
    order by ${first} t.day desc, t.at desc, t.id limit ${limit} offset ${offset}`.execute(db);
  return { patrols: rows.map(({ total: _total, ...patrol }) => patrol), total: rows[0]?.total ?? 0 };
}

/** Problems that some patrols found, in the order of finding. */
export async function patrolProblems(
  db: Db,
  areaId: string,
  patrolIds: readonly string[],
  withheld: readonly string[],
): Promise<PatrolProblem[]> {
  const { rows } = await sql<PatrolProblem>`
    select l.patrol_id, p.id, p.category, p.place_label, p.text, p.status, p.first_found_on as found_on,
      ${FIXED_ON} as fixed_on, ${ALSO_FOUND_ON} as also_found_on
    from patrol_problem l join problem p on p.area_id = l.area_id and p.id = l.problem_id
    where l.area_id = ${areaId} and l.patrol_id = any(${patrolIds}::text[]) and p.category <> all(${withheld}::text[])
    order by p.first_found_on, p.id`.execute(db);
  return rows;
}

/** What the units filed and found, by unit. */
export async function patrolCounts(db: Db, areaId: string, filter: PatrolFilter): Promise<PatrolCounts[]> {
  const { rows } = await sql<PatrolCounts>`
    with filed as (select t.id, t.unit_id, t.day from patrol t where ${wanted(areaId, filter)}),
    found as (
      select f.unit_id, ${FIXED_ON} as fixed_on, ${ALSO_FOUND_ON} as also_found_on
      from filed f
      join patrol_problem l on l.area_id = ${areaId} and l.patrol_id = f.id
      join problem p on p.area_id = l.area_id and p.id = l.problem_id and p.category <> all(${filter.withheld}::text[])
    )
    select c.unit_id, c.patrols, c.last_on, coalesce(s.found, 0) as found, coalesce(s.fixed, 0) as fixed, coalesce(s.first, 0) as first
    from (select unit_id, count(*)::int as patrols, max(day) as last_on from filed group by unit_id) c
    left join (
      select unit_id, count(*)::int as found, count(fixed_on)::int as fixed, count(also_found_on)::int as first from found group by unit_id
    ) s using (unit_id)
    order by found desc, patrols desc, unit_id`.execute(db);
  return rows;
}

const FIXED_ON = sql`(select min(e.day) from problem_event e where e.problem_id = p.id and e.act = 'reported_fixed')`;
const ALSO_FOUND_ON = sql`(
  select min(e.day) from problem_event e where e.problem_id = p.id and e.act in ('found', 'reopened', 'confirmed') and e.seq > 1)`;

const foundBy = (withheld: readonly string[]) => sql`
  from patrol_problem l join problem p on p.area_id = l.area_id and p.id = l.problem_id
  where l.area_id = t.area_id and l.patrol_id = t.id and p.category <> all(${withheld}::text[])`;

function wanted(areaId: string, { unitIds, from, to, words, only, withheld }: PatrolFilter) {
  const found = sql`exists (select ${foundBy(withheld)})`;
  return sql`t.area_id = ${areaId} and t.day between ${from} and ${to}
    ${unitIds === null ? sql`` : sql`and t.unit_id = any(${unitIds}::text[])`}
    ${words ? sql`and position(${words} in concat_ws(' ', t.scope, t.note, t.by_name)) > 0` : sql``}
    ${only ? (only === 'found' ? sql`and ${found}` : sql`and not ${found}`) : sql``}`;
}
