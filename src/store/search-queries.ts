import type { Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

export type SearchQueryRow = Selectable<Tables['searchQuery']>;

/** Replaces the test queries of a site: the file is the whole list. Run it in a transaction. */
export async function replaceSearchQueries(
  db: Db,
  siteId: string,
  rows: readonly Omit<SearchQueryRow, 'siteId' | 'position'>[],
): Promise<void> {
  await db.deleteFrom('searchQuery').where('siteId', '=', siteId).execute();
  if (rows.length > 0)
    await db
      .insertInto('searchQuery')
      .values(rows.map((row, position) => ({ ...row, siteId, position })))
      .execute();
}

/** Test queries of a site in the order of their list. */
export async function searchQueriesOf(db: Db, siteId: string): Promise<SearchQueryRow[]> {
  return db.selectFrom('searchQuery').selectAll().where('siteId', '=', siteId).orderBy('position').execute();
}
