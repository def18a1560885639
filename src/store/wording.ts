import { type Selectable, sql } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** One change of a list: who put or retired which entry, and when. */
export type WordingChange = Selectable<Tables['wordingChange']>;

/**
 * Appends changes of an area's lists, in order. Serialised by the area's row, so that two who write at once get numbers of their own.
 */
export async function appendWordingChanges(
  db: Db,
  areaId: string,
  changes: readonly Omit<WordingChange, 'areaId' | 'seq'>[],
): Promise<void> {
  if (changes.length === 0) return;
  const write = async (trx: Db): Promise<void> => {
    await trx.selectFrom('area').select('id').where('id', '=', areaId).forUpdate().executeTakeFirst();
    const { last } = await trx
      .selectFrom('wordingChange')
      .select(({ fn }) => fn.max('seq').as('last'))
      .where('areaId', '=', areaId)
      .executeTakeFirstOrThrow();
    let seq = last ?? 0;
    for (const { entry, ...change } of changes) {
      seq += 1;
      await trx
        .insertInto('wordingChange')
        .values({ ...change, areaId, seq, entry: JSON.stringify(entry) })
        .execute();
    }
  };
  await (db.isTransaction ? write(db) : db.transaction().execute(write));
}

/** What holds of an area's lists: the last change of each entry, retired ones left out; by list and term. */
export async function currentWording(db: Db, areaId: string): Promise<WordingChange[]> {
  const { rows } = await sql<WordingChange>`
    select * from (
      select distinct on (list, term) * from wording_change where area_id = ${areaId} order by list, term, seq desc
    ) latest where act = 'put' order by list, term`.execute(db);
  return rows;
}

/** Changes of an area, the newest first; of one entry where it is named. */
export async function wordingHistory(
  db: Db,
  areaId: string,
  { of, limit }: { of?: { list: WordingChange['list']; term: string } | undefined; limit: number },
): Promise<WordingChange[]> {
  return db
    .selectFrom('wordingChange')
    .selectAll()
    .where('areaId', '=', areaId)
    .$if(of !== undefined, (query) => query.where('list', '=', of?.list ?? 'phrase').where('term', '=', of?.term ?? ''))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}
