import { addressKey } from './column-address.ts';
import type { ColumnSighting, ColumnSource } from './read-columns.ts';

/** One column of the proposed tree. */
export interface ProposedColumn {
  path: string[];
  url: string;
  /** Every kind of place it was seen in, the most telling first. */
  sources: ColumnSource[];
}

/** What a column's own page adds: the names of its breadcrumb down to itself, null when it was not opened or has none; and whether it is a list. */
export interface OwnWord {
  path: readonly string[] | null;
  isList: boolean;
}

/** How far a place is believed on where a column stands. */
const RANK: Record<ColumnSource, number> = { 'site-map': 4, script: 3, menu: 3, trail: 2, block: 1 };

/**
 * Joins what several pages show into one tree, in the order of the site's own menu. Of a column seen in several places the
 * most telling counts, then the deepest; its own breadcrumb overrules them all, for itself and for those below it.
 * Of two addresses under one path the one that is a list stays, else the first.
 */
export function proposeColumns(sightings: readonly ColumnSighting[], wordOf: (url: string) => OwnWord | null): ProposedColumn[] {
  const byAddress = new Map<string, ColumnSighting[]>();
  for (const sighting of sightings) {
    const key = addressKey(sighting.url);
    const seen = byAddress.get(key);
    if (seen === undefined) byAddress.set(key, [sighting]);
    else seen.push(sighting);
  }
  const columns = new Map<string, ProposedColumn>();
  for (const seen of byAddress.values()) {
    const sorted = [...seen].sort((a, b) => RANK[b.source] - RANK[a.source] || b.above.length - a.above.length);
    const best = sorted[0] as ColumnSighting;
    const path = pathOf(best, wordOf);
    const held = columns.get(path.join('\n'));
    if (held !== undefined && (wordOf(held.url)?.isList === true || wordOf(best.url)?.isList !== true)) continue;
    const sources = [...new Set(sorted.map(({ source }) => source))];
    columns.set(path.join('\n'), { path, url: best.url, sources });
  }
  return [...columns.values()];
}

function pathOf({ name, url, above }: ColumnSighting, wordOf: (url: string) => OwnWord | null): string[] {
  const own = wordOf(url)?.path;
  if (own) return [...own];
  for (let at = above.length - 1; at >= 0; at--) {
    const step = above[at] as (typeof above)[number];
    const word = step.url === null ? null : wordOf(step.url)?.path;
    if (word) return [...word, ...above.slice(at + 1).map((below) => below.name), name];
  }
  return [...above.map((step) => step.name), name];
}

/**
 * What a page's breadcrumb says of the column called `names` (its name in the menu, and ColumnName of the page): its path,
 * null when the breadcrumb ends elsewhere. Steps that name the site itself are left out.
 */
export function ownPath(trail: readonly { name: string }[], names: readonly string[], siteNames: readonly string[]): string[] | null {
  const steps = trail.map(({ name }) => name).filter((name) => !siteNames.includes(name));
  const last = steps.at(-1);
  return last !== undefined && names.includes(last) ? steps : null;
}
