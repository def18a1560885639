import type { PortalTotal } from '../../../store/volumes.ts';
import { seedPeriod } from './draft-seed.ts';
import type { SeedNotice } from './schema.ts';

/**
 * 全网发布总数 that a notice states for the portal in its period (seeds D06). Running totals of the year
 * (disclosed_items_cumulative) are another population and stay among the stated figures.
 */
export function portalTotals(notice: SeedNotice, areaId: string, source: string): PortalTotal[] {
  const period = seedPeriod(notice);
  const ofPortal = (metric: string) =>
    notice.statedFigures.find((figure) => figure.metric === metric && figure.scope?.startsWith('portal'));
  const total = ofPortal('disclosed_items');
  if (period === null || !total) return [];
  return [{ areaId, period, total: total.value, keyAreas: ofPortal('disclosed_items_key_areas')?.value ?? null, source }];
}
