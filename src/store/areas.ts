import { sql } from 'kysely';
import type { Area } from '../subjects/area.ts';
import type { Db } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

export async function upsertAreas(db: Db, areas: readonly Area[]): Promise<Counts> {
  // The parent reference is checked at the end of the statement, so the order within a batch is free.
  return upsert(
    db,
    'area',
    ['id'],
    areas.map(({ id, name, level, parentId }) => ({ id, name, level, parentId })),
  );
}

export async function listAreas(db: Db): Promise<Area[]> {
  return db.selectFrom('area').selectAll().orderBy('name').execute();
}

/** An area by its id; null when there is none. */
export async function findArea(db: Db, areaId: string): Promise<Area | null> {
  return (await db.selectFrom('area').selectAll().where('id', '=', areaId).executeTakeFirst()) ?? null;
}

/** Areas of a name; more than one when counties of two cities share it. */
export async function findAreasByName(db: Db, name: string): Promise<Area[]> {
  return db.selectFrom('area').selectAll().where('name', '=', name).orderBy('id').execute();
}

/** The area after those above it, the topmost first. */
export async function areaAndParents(db: Db, areaId: string): Promise<Area[]> {
  const { rows } = await sql<Area>`
    with recursive up as (
      select a.*, 0 as height from area a where id = ${areaId}
      union all
      select a.*, up.height + 1 from area a join up on a.id = up.parent_id
    ) cycle id set is_cycle using way
    select id, name, level, parent_id from up where not is_cycle order by height desc`.execute(db);
  return rows;
}

/** The area and everything below it. */
export async function areaAndChildren(db: Db, areaId: string): Promise<Area[]> {
  const { rows } = await sql<Area>`
    with recursive down as (
      select a.*, 0 as depth from area a where id = ${areaId}
      union all
      select a.*, down.depth + 1 from area a join down on a.parent_id = down.id
    ) cycle id set is_cycle using way
    select id, name, level, parent_id from down where not is_cycle order by depth, name`.execute(db);
  return rows;
}
