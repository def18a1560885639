import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import { retire } from './retire.ts';
import type { Db, Tables } from './schema.ts';

/** A Word form of an office (本单位版式), its bytes in the blob store. */
export type KeptForm = Selectable<Tables['officeForm']>;

/** Forms in use, newest first. */
export async function listOfficeForms(db: Db, areaId: string): Promise<KeptForm[]> {
  return db
    .selectFrom('officeForm')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('addedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Keeps a form; one of the same id is in use again. */
export async function putOfficeForm(db: Db, form: Omit<KeptForm, 'retiredAt'>): Promise<void> {
  const { areaId: _areaId, id: _id, ...values } = { ...form, retiredAt: null };
  await db
    .insertInto('officeForm')
    .values({ ...form, retiredAt: null })
    .onConflict((conflict) => conflict.columns(['areaId', 'id']).doUpdateSet(values))
    .execute();
}

/** Takes a form out of use; answers whether there was one. */
export const retireOfficeForm = (db: Db, areaId: string, id: string, at: Instant): Promise<boolean> =>
  retire(db, 'officeForm', { areaId, id }, at);
