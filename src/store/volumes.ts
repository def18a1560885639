import type { Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';
import { type Counts, upsert } from './upsert.ts';

/** 信息报送、审发 of a unit in a period; null = not stated, which is not 0 (seeds D01, D03). */
export type Volume = Selectable<Tables['volume']>;
/** 全网发布总数 a portal states for itself in a period (seeds D06). */
export type PortalTotal = Selectable<Tables['portalTotal']>;

/** Writes volumes by unit and period. null = not stated, which is not 0. */
export async function upsertVolumes(db: Db, volumes: readonly Volume[]): Promise<Counts> {
  return upsert(db, 'volume', ['areaId', 'unitId', 'period'], volumes);
}

/** Volumes of a period in the printing order of the units. */
export async function listVolumes(db: Db, areaId: string, period: string): Promise<Volume[]> {
  return db
    .selectFrom('volume')
    .innerJoin('unit', (join) => join.onRef('unit.areaId', '=', 'volume.areaId').onRef('unit.id', '=', 'volume.unitId'))
    .selectAll('volume')
    .where('volume.areaId', '=', areaId)
    .where('volume.period', '=', period)
    .orderBy('unit.position')
    .orderBy('unit.id')
    .execute();
}

export async function upsertPortalTotals(db: Db, totals: readonly PortalTotal[]): Promise<Counts> {
  return upsert(db, 'portalTotal', ['areaId', 'period'], totals);
}

/** What the portal itself stated for a period; null when nobody entered it. */
export async function findPortalTotal(db: Db, areaId: string, period: string): Promise<PortalTotal | null> {
  const row = await db.selectFrom('portalTotal').selectAll().where('areaId', '=', areaId).where('period', '=', period).executeTakeFirst();
  return row ?? null;
}
