import type { Db } from './schema.ts';
import { upsert } from './upsert.ts';

/** Accounts of an area by the marks that do not change with their names. */
export async function readAccountKeys(db: Db, areaId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('accountKey').select(['key', 'accountId']).where('areaId', '=', areaId).execute();
  return new Map(rows.map(({ key, accountId }) => [key, accountId]));
}

/** Learns marks of accounts; a mark belongs to one account, the last one it was seen with. */
export async function learnAccountKeys(db: Db, areaId: string, keys: ReadonlyMap<string, string>): Promise<void> {
  await upsert(
    db,
    'accountKey',
    ['areaId', 'key'],
    [...keys].map(([key, accountId]) => ({ areaId, key, accountId })),
  );
}
