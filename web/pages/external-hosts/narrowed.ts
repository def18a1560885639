import type { Search } from '../../app/search.ts';
import { type HostRow, type Hosts, STANDINGS } from './types.ts';

const rank = ({ standing }: HostRow): number => STANDINGS.findIndex(([code]) => code === standing.code);

/** Rows with the words and doubts asked for, what waits for a person first; within that those with doubts and on most pages. */
export function narrowed(rows: readonly HostRow[], { doubt, q }: Search): HostRow[] {
  const words = q?.toLowerCase();
  return rows
    .filter(
      (row) =>
        (doubt !== 'yes' || row.doubts.length > 0) && (!words || `${row.name} ${row.title ?? ''} ${row.url}`.toLowerCase().includes(words)),
    )
    .sort(
      (a, b) => rank(a) - rank(b) || b.doubts.length - a.doubts.length || b.foundOnCount - a.foundOnCount || (a.name < b.name ? -1 : 1),
    );
}

/** How many external sites stand so, on one site or on all of them. */
export const countOf = (sites: Hosts['sites'], codes: readonly string[], siteId?: string): number =>
  sites
    .filter(({ id }) => !siteId || id === siteId)
    .reduce((sum, { counts }) => sum + codes.reduce((part, code) => part + (counts[code] ?? 0), 0), 0);
