import type { Instant } from '../core/date.ts';
import type { Db } from './schema.ts';

/** Id of the key that the secrets of this database are sealed with; null where none was made yet. */
export async function sealKeyInUse(db: Db): Promise<string | null> {
  return (await db.selectFrom('sealKey').select('id').where('givenUpAt', 'is', null).executeTakeFirst())?.id ?? null;
}

/** Puts a key to use where none is; answers the id of the one in use, which another machine may have put there first. */
export async function takeSealKey(db: Db, id: string, at: Instant): Promise<string> {
  const insert = db.insertInto('sealKey').values({ id, madeAt: at, givenUpAt: null });
  await insert.onConflict((conflict) => conflict.doNothing()).execute();
  const inUse = await sealKeyInUse(db);
  if (inUse !== null) return inUse;
  // One that was given up and has turned up again.
  await db.updateTable('sealKey').set({ givenUpAt: null }).where('id', '=', id).execute();
  return id;
}

/** Marks the key in use as given up, so that a new one can be made; what it sealed is not opened by that one. */
export async function giveUpSealKey(db: Db, at: Instant): Promise<void> {
  await db.updateTable('sealKey').set({ givenUpAt: at }).where('givenUpAt', 'is', null).execute();
}
