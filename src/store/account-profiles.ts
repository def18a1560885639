import type { Selectable } from 'kysely';
import type { AccountFunction } from '../core/account-matter.ts';
import type { CalendarDate } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

export type AccountProfile = Selectable<Tables['accountProfile']>;

/** Profiles of an area's accounts, in no order; an account nobody described has none. */
export async function listProfiles(db: Db, areaId: string): Promise<AccountProfile[]> {
  return db.selectFrom('accountProfile').selectAll().where('areaId', '=', areaId).execute();
}

/** Who answers for an account and what it is for; what it offers stays. */
export async function putPurpose(
  db: Db,
  key: { areaId: string; accountId: string },
  words: { purpose: string | null; person: string | null; phone: string | null },
): Promise<void> {
  await db
    .insertInto('accountProfile')
    .values({ ...key, ...words, functions: null, functionsOn: null, functionsBy: null })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(words))
    .execute();
}

/** What an account offers, as somebody saw it on a day. */
export async function putFunctions(
  db: Db,
  key: { areaId: string; accountId: string },
  seen: { functions: AccountFunction[]; functionsOn: CalendarDate; functionsBy: string },
): Promise<void> {
  await db
    .insertInto('accountProfile')
    .values({ ...key, purpose: null, person: null, phone: null, ...seen })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(seen))
    .execute();
}
