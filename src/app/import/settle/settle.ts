import type { CalendarDate } from '../../../core/date.ts';
import type { PortalTotal, Volume } from '../../../store/volumes.ts';
import { type Area, areaId } from '../../../subjects/area.ts';
import type { Register } from '../../../subjects/register.ts';
import type { Unit } from '../../../subjects/unit.ts';
import type { Remarks } from '../remarks.ts';
import type { Drafts } from '../sheets/draft.ts';
import type { SettleContext } from './context.ts';
import { settleAccounts } from './settle-accounts.ts';
import { settleColumns } from './settle-columns.ts';
import { type SettledPost, settlePosts } from './settle-posts.ts';
import { type SettledRecord, settleRecords } from './settle-records.ts';
import { settleSites } from './settle-sites.ts';
import { settleUnits } from './settle-units.ts';
import { settleVolumes, volumeKey } from './settle-volumes.ts';
import { UnitIndex } from './unit-index.ts';

/** What the database holds of the area an import is for. */
export interface Held {
  register: Register;
  volumes: readonly Volume[];
}

/** Whole records a file leads to, each touched record once; nothing here has been written yet. */
export interface Settled extends Register {
  posts: readonly SettledPost[];
  fresh: ReadonlyMap<string, CalendarDate>;
  volumes: readonly Volume[];
  records: readonly SettledRecord[];
  portalTotals: readonly PortalTotal[];
}

/**
 * Turns names into records of one area: units first, everything else by the names they bear.
 * @param areas the area and those above it, the topmost first.
 */
export function settle(drafts: Drafts, held: Held, areas: readonly Area[], remarks: Remarks): { settled: Settled; context: SettleContext } {
  const area = areas.at(-1) as Area;
  const index = new UnitIndex(
    areas.map((a) => a.name),
    held.register.units,
  );
  const context: SettleContext = { areaId: area.id, index, remarks, byPath: new Map() };
  const [heldUnits, heldSites, heldAccounts] = [byId(held.register.units), byId(held.register.sites), byId(held.register.accounts)];
  const units = settleUnits(drafts.units, heldUnits, context);
  const sites = settleSites(drafts.sites, heldSites, context);
  const columns = settleColumns(drafts.columns, together(heldSites, sites), byId(held.register.columns), context);
  const accounts = settleAccounts(drafts.accounts, heldAccounts, byId(together(heldUnits, units)), context);
  const { posts, fresh } = settlePosts(drafts.posts, together(heldAccounts, accounts), context);
  const volumes = settleVolumes(drafts.volumes, new Map(held.volumes.map((v) => [volumeKey(v), v])), context);
  const records = settleRecords(drafts.records, together(heldAccounts, accounts), context);
  return {
    settled: {
      areas: [...areas, ...areasBelow(units, area.id)],
      units,
      sites,
      columns,
      accounts,
      posts,
      fresh,
      volumes,
      records,
      portalTotals: [],
    },
    context,
  };
}

const together = <T extends { id: string }>(held: ReadonlyMap<string, T>, touched: readonly T[]): T[] => [
  ...new Map([...held, ...byId(touched)]).values(),
];

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));

/** A 县市区 under the city is a unit of the city and an area of its own (seeds U06). */
function areasBelow(units: readonly Unit[], parentId: string): Area[] {
  return units
    .filter((unit) => unit.kind === 'area')
    .map((unit) => ({ id: areaId(unit.name, parentId), name: unit.name, level: 'county', parentId }));
}
