import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** The area a site or account belongs to; null when there is no such channel. */
export async function areaOfChannel(db: Db, channelId: string): Promise<string | null> {
  const { rows } = await sql<{ areaId: string }>`
    select area_id from site where id = ${channelId} union all select area_id from account where id = ${channelId} limit 1`.execute(db);
  return rows[0]?.areaId ?? null;
}
