import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { inScope } from './in-scope.ts';
import type { Db, Tables } from './schema.ts';

/** 专项工作. */
export type Programme = Omit<Selectable<Tables['programme']>, 'retiredAt'>;
/** 成员单位 with how many it has to show. */
export type ProgrammeMember = Selectable<Tables['programmeMember']>;
/** What a member has to show: a venue, a topic; with the unit that guides it. */
export type ProgrammeItem = Selectable<Tables['programmeItem']>;

/** Writes a programme with its members, as they are now. Items of a unit that is no longer a member stay. */
export async function putProgramme(
  db: Db,
  { areaId, id, ...rest }: Programme,
  members: readonly Pick<ProgrammeMember, 'unitId' | 'target'>[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const values = { ...rest, retiredAt: null };
    await trx
      .insertInto('programme')
      .values({ areaId, id, ...values })
      .onConflict((conflict) => conflict.columns(['areaId', 'id']).doUpdateSet(values))
      .execute();
    await trx.deleteFrom('programmeMember').where('areaId', '=', areaId).where('programmeId', '=', id).execute();
    if (members.length > 0)
      await trx
        .insertInto('programmeMember')
        .values(members.map((member) => ({ ...member, areaId, programmeId: id })))
        .execute();
  });
}

/** Programmes in use, the last saved first. */
export async function listProgrammes(db: Db, areaId: string): Promise<Programme[]> {
  return db
    .selectFrom('programme')
    .select(['areaId', 'id', 'name', 'basis', 'dueOn', 'savedBy', 'savedAt'])
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .execute();
}

export async function listMembers(db: Db, areaId: string): Promise<ProgrammeMember[]> {
  return db
    .selectFrom('programmeMember as m')
    .innerJoin('unit as u', (join) => join.onRef('u.areaId', '=', 'm.areaId').onRef('u.id', '=', 'm.unitId'))
    .selectAll('m')
    .where('m.areaId', '=', areaId)
    .orderBy('u.position')
    .orderBy('m.unitId')
    .execute();
}

/** Items of the units in scope, and those these units guide (seeds U11). */
export async function listItems(db: Db, areaId: string, scope: Scope): Promise<ProgrammeItem[]> {
  const { rows } = await sql<ProgrammeItem>`
    select i.* from programme_item i where i.area_id = ${areaId} and (
      (true${inScope(scope, sql`i.unit_id`, null)}) or (true${inScope(scope, sql`i.helper_unit_id`, null)}))
    order by i.entered_at desc, i.id`.execute(db);
  return rows;
}

export async function insertItem(db: Db, item: ProgrammeItem): Promise<void> {
  await db.insertInto('programmeItem').values(item).execute();
}

/** Marks an item finished on a day, or open again with null. */
export async function finishItem(
  db: Db,
  { areaId, programmeId, id }: Pick<ProgrammeItem, 'areaId' | 'programmeId' | 'id'>,
  finished: { on: CalendarDate; by: string } | null,
): Promise<void> {
  await db
    .updateTable('programmeItem')
    .set({ finishedOn: finished?.on ?? null, finishedBy: finished?.by ?? null })
    .where('areaId', '=', areaId)
    .where('programmeId', '=', programmeId)
    .where('id', '=', id)
    .execute();
}
