import { type Selectable, sql } from 'kysely';
import type { Substitution } from '../ledger/substitute.ts';
import { isReleased } from './inspections.ts';
import type { Db, Tables } from './schema.ts';

export type SubstitutionRow = Selectable<Tables['inspectionSubstitution']>;

/** Substitutions of a draw, or of every draw of the area, in the order they were made. */
export async function listSubstitutions(db: Db, areaId: string, drawId: string | null = null): Promise<SubstitutionRow[]> {
  let query = db.selectFrom('inspectionSubstitution').selectAll().where('areaId', '=', areaId);
  if (drawId !== null) query = query.where('drawId', '=', drawId);
  return query.orderBy('drawId').orderBy('position').execute();
}

/** Keeps other changes and results of a draw waiting until the transaction ends; answers the problems a person still has to look at. */
export async function lockOpenInspections(trx: Db, areaId: string, drawId: string, inspectorId: string): Promise<string[]> {
  // One substitution of a draw at a time: the next rests on this one.
  await sql`select from draw where area_id = ${areaId} and id = ${drawId} for update`.execute(trx);
  const { rows } = await sql<{ problemId: string }>`
    select problem_id from inspection
    where area_id = ${areaId} and draw_id = ${drawId} and inspector_id = ${inspectorId} and outcome is null and not ${isReleased}
    order by position for update`.execute(trx);
  return rows.map(({ problemId }) => problemId);
}

/** Writes a substitution and sends its people. */
export async function writeSubstitution(trx: Db, row: Omit<SubstitutionRow, 'record'> & { record: Substitution }): Promise<void> {
  const { areaId, drawId, record } = row;
  await trx
    .insertInto('inspectionSubstitution')
    .values({ ...row, record: JSON.stringify(record) })
    .execute();
  for (const { objectId, inspectorId } of record.assignments)
    await trx
      .updateTable('inspection')
      .set({ inspectorId })
      .where('areaId', '=', areaId)
      .where('drawId', '=', drawId)
      .where('problemId', '=', objectId)
      .execute();
}
