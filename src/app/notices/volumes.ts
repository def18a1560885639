import type { VolumePart } from '../../notice/snapshot.ts';
import { findPortalTotal, listVolumes } from '../../store/volumes.ts';
import type { Register } from '../../subjects/register.ts';
import type { App } from '../open.ts';

/**
 * 信息报送、审发 of the period by group of units, in printing order, and the portal's own total; null when nobody entered any.
 * `counted`: errors confirmed here, for units whose own figure nobody entered; a unit that was not read has none.
 */
export async function volumePart(
  app: App,
  areaId: string,
  periodId: string,
  register: Register,
  counted: ReadonlyMap<string, number> = new Map(),
): Promise<VolumePart | null> {
  const rows = (await listVolumes(app.db, areaId, periodId)).filter((row) => row.submitted !== null || row.approved !== null);
  const total = await findPortalTotal(app.db, areaId, periodId);
  if (rows.length === 0 && total === null) return null;
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const groups = new Map<string, { unit: string; submitted: number | null; approved: number | null; errors: number | null }[]>();
  for (const row of rows) {
    const unit = units.get(row.unitId);
    const group = unit?.group ?? '其他';
    groups.set(group, [
      ...(groups.get(group) ?? []),
      {
        unit: unit?.name ?? row.unitId,
        submitted: row.submitted,
        approved: row.approved,
        errors: row.errors ?? counted.get(row.unitId) ?? null,
      },
    ]);
  }
  return {
    groups: [...groups].map(([name, members]) => ({ name, rows: members })),
    portalTotal: total?.total ?? null,
    keyAreas: total?.keyAreas ?? null,
    source: total?.source ?? '各单位报送',
  };
}
