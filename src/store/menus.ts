import type { Selectable } from 'kysely';
import type { MenuEntry } from '../subjects/menu.ts';
import type { Db, Tables } from './schema.ts';

export type MenuCheck = Selectable<Tables['menuCheck']>;
export type MenuPicture = Selectable<Tables['menuPicture']>;

/** The last reading of every account's menu. */
export async function latestMenuChecks(db: Db, areaId: string): Promise<MenuCheck[]> {
  return db
    .selectFrom('menuCheck')
    .distinctOn('accountId')
    .selectAll()
    .where('areaId', '=', areaId)
    .orderBy('accountId')
    .orderBy('day', 'desc')
    .orderBy('at', 'desc')
    .execute();
}

export async function insertMenuCheck(db: Db, { entries, ...rest }: Omit<MenuCheck, 'entries'> & { entries: readonly MenuEntry[] }) {
  await db
    .insertInto('menuCheck')
    .values({ ...rest, entries: JSON.stringify(entries) })
    .execute();
}

/** Keeps a picture; the same bytes again stand once. */
export async function insertMenuPicture(db: Db, picture: MenuPicture): Promise<void> {
  await db
    .insertInto('menuPicture')
    .values(picture)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findMenuPicture(db: Db, areaId: string, accountId: string, id: string): Promise<MenuPicture | null> {
  const row = await db
    .selectFrom('menuPicture')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
