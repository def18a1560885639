import type { Selectable } from 'kysely';
import type { DutyHolders } from '../ledger/duty-rule.ts';
import type { Db, Tables } from './schema.ts';

export type DutyHolder = Selectable<Tables['dutyHolder']>;

/** Who was named for which duty, by subject: id of a site, column or account, or the address of an item or document. */
export async function listDutyHolders(db: Db, areaId: string): Promise<Map<string, DutyHolders>> {
  const holders = new Map<string, DutyHolders>();
  for (const { subject, duty, unitId } of await listDutyRows(db, areaId)) holders.set(subject, { ...holders.get(subject), [duty]: unitId });
  return holders;
}

/** The same as rows with who named them and when. */
export async function listDutyRows(db: Db, areaId: string): Promise<DutyHolder[]> {
  return db.selectFrom('dutyHolder').selectAll().where('areaId', '=', areaId).orderBy('subject').orderBy('duty').execute();
}

/** Names a unit for a duty, in the place of whoever was named before. */
export async function putDutyHolder(db: Db, holder: DutyHolder): Promise<void> {
  await db
    .insertInto('dutyHolder')
    .values(holder)
    .onConflict((conflict) => conflict.columns(['areaId', 'subject', 'duty']).doUpdateSet(holder))
    .execute();
}

/** Takes a name out; answers whether one stood there. */
export async function removeDutyHolder(
  db: Db,
  { areaId, subject, duty }: Pick<DutyHolder, 'areaId' | 'subject' | 'duty'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('dutyHolder')
    .where('areaId', '=', areaId)
    .where('subject', '=', subject)
    .where('duty', '=', duty)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
