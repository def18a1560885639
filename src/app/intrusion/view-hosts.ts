import { EXTERNAL_DOUBTS } from '../../evidence/intrusion.ts';
import type { App } from '../open.ts';
import { type ExternalHostRow, listExternalHosts, ROW_STANDINGS, type RowStanding } from './list-hosts.ts';

/** Names that need no decision, some hundred on every site: listed only where somebody asks for them. */
const SETTLED: readonly RowStanding[] = ['government', 'neutral'];

export interface HostsWanted {
  /** null: of all sites. */
  siteId: string | null;
  /** null: all that a person decides on. */
  standing: RowStanding | null;
}

/** The list of external sites as the pages show it, with how many of each standing every site links to. */
export async function viewExternalHosts(app: App, areaId: string, { siteId, standing: wanted }: HostsWanted) {
  const all = await listExternalHosts(app, areaId, { siteId: null });
  const isWanted = (row: ExternalHostRow): boolean =>
    (siteId === null || row.siteId === siteId) && (wanted === null ? !SETTLED.includes(row.standing) : row.standing === wanted);
  return {
    sites: sitesOf(all),
    rows: all.filter(isWanted).map(({ ledTo: _ledTo, standing, doubts, ...row }) => ({
      ...row,
      standing: { code: standing, name: ROW_STANDINGS[standing] },
      doubts: doubts.map((code) => ({ code, name: EXTERNAL_DOUBTS[code] })),
    })),
  };
}

function sitesOf(rows: readonly ExternalHostRow[]) {
  const sites = new Map<string, { id: string; name: string; counts: Record<string, number> }>();
  for (const { siteId, site, standing } of rows) {
    const one = sites.get(siteId) ?? { id: siteId, name: site, counts: {} };
    one.counts[standing] = (one.counts[standing] ?? 0) + 1;
    sites.set(siteId, one);
  }
  return [...sites.values()];
}
