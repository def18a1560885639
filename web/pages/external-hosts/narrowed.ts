import type { Search } from '../../app/search.ts';
import { type HostRow, STANDINGS } from './types.ts';

const rank = ({ standing }: HostRow): number => STANDINGS.findIndex(([code]) => code === standing.code);

/** Rows as the address asks for them, what waits for a person first; within that those with doubts and on most pages. */
export function narrowed(rows: readonly HostRow[], { site, standing, doubt, q }: Search): HostRow[] {
  const words = q?.toLowerCase();
  return rows
    .filter(
      (row) =>
        (!site || row.siteId === site) &&
        (!standing || row.standing.code === standing) &&
        (doubt !== 'yes' || row.doubts.length > 0) &&
        (!words || `${row.name} ${row.title ?? ''} ${row.url}`.toLowerCase().includes(words)),
    )
    .sort(
      (a, b) => rank(a) - rank(b) || b.doubts.length - a.doubts.length || b.foundOnCount - a.foundOnCount || (a.name < b.name ? -1 : 1),
    );
}
