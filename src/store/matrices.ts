import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import { retire } from './retire.ts';
import type { Db, Tables } from './schema.ts';

export type MediaMatrix = Omit<Selectable<Tables['mediaMatrix']>, 'retiredAt'>;

/** Matrices in use, by name. */
export async function listMatrices(db: Db, areaId: string): Promise<MediaMatrix[]> {
  return db
    .selectFrom('mediaMatrix')
    .select(['areaId', 'id', 'name', 'channelIds', 'savedBy', 'savedAt'])
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Keeps a matrix; one of the same id is replaced and is in use again. */
export async function putMatrix(db: Db, { areaId, id, ...rest }: MediaMatrix): Promise<void> {
  const values = { ...rest, channelIds: [...rest.channelIds], retiredAt: null };
  await db
    .insertInto('mediaMatrix')
    .values({ areaId, id, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'id']).doUpdateSet(values))
    .execute();
}

/** Takes a matrix out of use; false when there is none. */
export const retireMatrix = (db: Db, areaId: string, id: string, at: Instant): Promise<boolean> =>
  retire(db, 'mediaMatrix', { areaId, id }, at);
