import type { Selectable } from 'kysely';
import type { Site } from '../subjects/channel.ts';
import { placed } from './position.ts';
import type { Db, Tables } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

/** Writes sites of the register; what is not in the list stays. */
export async function upsertSites(db: Db, sites: readonly Site[]): Promise<Counts> {
  const rows = sites.map(({ areaId, id, unitId, kind, name, url, states }) => ({
    areaId,
    id,
    unitId,
    kind,
    name,
    url,
    states: JSON.stringify(states),
  }));
  return upsert(db, 'site', ['areaId', 'id'], await placed(db, 'site', rows, (row) => row.areaId), ['position']);
}

/** Sites of an area in printing order, closed ones included. */
export async function listSites(db: Db, areaId: string): Promise<Site[]> {
  const rows = await db.selectFrom('site').selectAll().where('areaId', '=', areaId).orderBy('position').orderBy('id').execute();
  return rows.map(siteFromRow);
}

export function siteFromRow({ position: _position, ...rest }: Selectable<Tables['site']>): Site {
  return { type: 'site', ...rest };
}
