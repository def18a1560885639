import { EXTERNAL_DOUBTS } from '../../evidence/intrusion.ts';
import type { App } from '../open.ts';
import { type ExternalHostRow, listExternalHosts, ROW_STANDINGS, type RowStanding } from './list-hosts.ts';

/** Names that need no decision, some hundred on every site: listed only where somebody asks for them. */
const SETTLED: readonly RowStanding[] = ['government', 'neutral'];

export interface HostsWanted {
  siteId?: string | undefined;
  /** Left out: all that a person decides on. */
  standing?: RowStanding | undefined;
  /** Only those with doubts. */
  doubt?: 'yes' | undefined;
  /** Words within name, title or address. */
  q?: string | undefined;
  sort?: keyof typeof SORTS | undefined;
}

/** The external sites asked for, with how many of each standing every site links to whatever the list is narrowed to. */
export async function viewExternalHosts(app: App, areaId: string, wanted: HostsWanted) {
  const all = await listExternalHosts(app, areaId, { siteId: null });
  return { sites: sitesOf(all), rows: hostsAsked(all, wanted) };
}

/** A row as pages show it. */
export const shownHost = ({ ledTo: _ledTo, standing, doubts, ...row }: ExternalHostRow) => ({
  ...row,
  standing: { code: standing, name: ROW_STANDINGS[standing] },
  doubts: doubts.map((code) => ({ code, name: EXTERNAL_DOUBTS[code] })),
});

function hostsAsked(rows: readonly ExternalHostRow[], { siteId, standing, doubt, q, sort }: HostsWanted): ExternalHostRow[] {
  const words = q?.toLowerCase();
  return rows
    .filter(
      (row) =>
        (siteId === undefined || row.siteId === siteId) &&
        (standing === undefined ? !SETTLED.includes(row.standing) : row.standing === standing) &&
        (doubt !== 'yes' || row.doubts.length > 0) &&
        (!words || `${row.name} ${row.title ?? ''} ${row.url}`.toLowerCase().includes(words)),
    )
    .sort((a, b) => SORTS[sort ?? 'waiting'](a, b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.siteId < b.siteId ? -1 : 1));
}

/** What waits for a person first. */
const RANKS: readonly RowStanding[] = ['changed', 'open', 'refused', 'allowed', 'neutral', 'government'];
type Compare = (a: ExternalHostRow, b: ExternalHostRow) => number;
const latest: Compare = (a, b) => (a.firstSeen < b.firstSeen ? 1 : a.firstSeen > b.firstSeen ? -1 : 0);
const SORTS = {
  waiting: ((a, b) =>
    RANKS.indexOf(a.standing) - RANKS.indexOf(b.standing) ||
    b.doubts.length - a.doubts.length ||
    b.foundOnCount - a.foundOnCount) as Compare,
  new: latest,
  pages: ((a, b) => b.foundOnCount - a.foundOnCount) as Compare,
  name: (() => 0) as Compare,
} as const;

function sitesOf(rows: readonly ExternalHostRow[]) {
  const sites = new Map<string, { id: string; name: string; counts: Record<string, number> }>();
  for (const { siteId, site, standing } of rows) {
    const one = sites.get(siteId) ?? { id: siteId, name: site, counts: {} };
    one.counts[standing] = (one.counts[standing] ?? 0) + 1;
    sites.set(siteId, one);
  }
  return [...sites.values()];
}
