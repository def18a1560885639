import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** The area a site or account belongs to; null when there is no such channel. */
export async function areaOfChannel(db: Db, channelId: string): Promise<string | null> {
  const { rows } = await sql<{ areaId: string }>`
    select area_id from site where id = ${channelId} union all select area_id from account where id = ${channelId} limit 1`.execute(db);
  return rows[0]?.areaId ?? null;
}

/** Sites and accounts of an area with the unit each belongs to. */
export async function listChannelOwners(db: Db, areaId: string): Promise<{ id: string; unitId: string }[]> {
  const { rows } = await sql<{ id: string; unitId: string }>`
    select id, unit_id from site where area_id = ${areaId} union all select id, unit_id from account where area_id = ${areaId}`.execute(db);
  return rows;
}
