import type { Selectable } from 'kysely';
import type { Column } from '../subjects/column.ts';
import { placed } from './position.ts';
import type { Db, Tables } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

/** Writes columns of the register; what is not in the list stays. */
export async function upsertColumns(db: Db, columns: readonly Column[]): Promise<Counts> {
  const rows = await placed(db, 'site_column', columns.map(toRow), (row) => row.siteId);
  return upsert(db, 'siteColumn', ['siteId', 'id'], rows, ['position']);
}

/** Columns of all sites of an area: by site in printing order, then in the order of the site's tree as filed. */
export async function listColumns(db: Db, areaId: string): Promise<Column[]> {
  const rows = await db
    .selectFrom('siteColumn')
    .innerJoin('site', 'site.id', 'siteColumn.siteId')
    .selectAll('siteColumn')
    .where('site.areaId', '=', areaId)
    .orderBy('site.position')
    .orderBy('siteColumn.siteId')
    .orderBy('siteColumn.position')
    .orderBy('siteColumn.id')
    .execute();
  return rows.map(fromRow);
}

/** Columns of one site in the order of its tree. */
export async function columnsOfSite(db: Db, siteId: string): Promise<Column[]> {
  const rows = await db.selectFrom('siteColumn').selectAll().where('siteId', '=', siteId).orderBy('position').orderBy('id').execute();
  return rows.map(fromRow);
}

function toRow({
  id,
  siteId,
  unitId,
  parentId,
  path,
  url,
  limit,
  level,
  minimumPerYear,
  activeFrom,
  activeTo,
  ...rest
}: Column): Omit<Tables['siteColumn'], 'position'> {
  return {
    id,
    siteId,
    unitId,
    parentId,
    path: [...path],
    url,
    class: rest.class,
    timeLimit: limit,
    level,
    minimumPerYear,
    activeFrom,
    activeTo,
  };
}

function fromRow({ position: _position, timeLimit, ...rest }: Selectable<Tables['siteColumn']>): Column {
  return { ...rest, limit: timeLimit };
}
