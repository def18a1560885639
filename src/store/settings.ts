import type { Db } from './schema.ts';

/** Keeps a setting of an area; any JSON value. */
export async function putSetting(db: Db, areaId: string, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ areaId, key, value: text })
    .onConflict((conflict) => conflict.columns(['areaId', 'key']).doUpdateSet({ value: text }))
    .execute();
}

/** Settings of all areas that have any, by area and key; as `readSettings`. */
export async function readAllSettings(db: Db): Promise<Map<string, Map<string, unknown>>> {
  const rows = await db.selectFrom('setting').selectAll().execute();
  const byArea = new Map<string, Map<string, unknown>>();
  for (const { areaId, key, value } of rows) {
    const area = byArea.get(areaId) ?? new Map<string, unknown>();
    byArea.set(areaId, area.set(key, value));
  }
  return byArea;
}

/** Settings of an area by key. Whoever reads one checks its shape: it may have been written by another version. */
export async function readSettings(db: Db, areaId: string): Promise<Map<string, unknown>> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).where('areaId', '=', areaId).execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
}
