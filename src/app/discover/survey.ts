import type { Net } from '../../collect/index.ts';
import type { CalendarDate } from '../../core/date.ts';
import { addressKey, belongsTo, isHome } from '../../extract/columns/column-address.ts';
import { columnNameOf } from '../../extract/columns/column-name.ts';
import { type OwnWord, ownPath } from '../../extract/columns/column-tree.ts';
import { type ColumnSighting, readColumnScript, readColumns } from '../../extract/columns/read-columns.ts';
import { type PageReading, readPage } from '../../extract/read-page.ts';
import { columnState } from './column-state.ts';
import type { DiscoveredColumn } from './discovery.ts';
import { type OpenedPage, openPage } from './open-page.ts';

/** What the look at one column's page brought. */
export interface ColumnLook extends Pick<DiscoveredColumn, 'state' | 'outcome' | 'items' | 'newestDate'>, OwnWord {
  /** The page led away from the site or back to its home page. */
  leftSite: boolean;
}

export interface Survey {
  sightings: ColumnSighting[];
  looks: ReadonlyMap<string, ColumnLook>;
  siteMap: string | null;
  pages: number;
  limited: boolean;
}

export interface SurveyInput {
  net: Net;
  home: OpenedPage & { page: NonNullable<OpenedPage['page']> };
  siteNames: readonly string[];
  day: CalendarDate;
  maxPages: number;
  totalMs: number;
  onStep(done: number, total: number): void;
  signal?: AbortSignal;
}

/** Site maps, frames and menu scripts opened beside the columns. */
const MOST_HELPERS = 6;

/** Opens one page after the other, breadth first: site map, frames and menu scripts, then every column as it becomes known. */
export async function survey(input: SurveyInput): Promise<Survey> {
  const { net, maxPages, signal } = input;
  const home = input.home.look.finalUrl;
  const sightings: ColumnSighting[] = [];
  const known = new Set<string>();
  const looks = new Map<string, ColumnLook>();
  const columns: ColumnSighting[] = [];
  const helpers: { url: string; kind: 'site-map' | 'frame' | 'script' }[] = [];
  const helped = new Set<string>();
  let siteMap: string | null = null;
  let pages = 1;

  const take = (menus: readonly (readonly ColumnSighting[])[], page: string | null): void => {
    for (const menu of menus) {
      // On an inner page a box of links is a menu of the site only if it leads to this page or to columns already known.
      const keys = menu.map(({ url }) => addressKey(url));
      if (page !== null && !keys.some((key) => key === addressKey(page) || known.has(key))) continue;
      for (const [i, key] of keys.entries()) {
        sightings.push(menu[i] as ColumnSighting);
        if (known.has(key)) continue;
        known.add(key);
        columns.push(menu[i] as ColumnSighting);
      }
    }
  };
  const read = (opened: OpenedPage, role: 'home' | 'site-map' | 'frame' | 'inner') => {
    const { look, page } = opened;
    if (page === null) return null;
    const options = { url: look.finalUrl, home, charset: page.charset, siteMap: role === 'site-map' };
    const found = readColumns(page.text, options);
    take(found.menus, role === 'inner' ? look.finalUrl : null);
    if (role === 'home' || role === 'inner') {
      for (const [kind, urls] of [
        ['site-map', found.siteMaps],
        ['frame', found.frames],
        ['script', found.scripts],
      ] as const) {
        for (const url of urls) {
          if (helped.size >= MOST_HELPERS || helped.has(url) || (kind === 'frame' && known.has(addressKey(url)))) continue;
          helped.add(url);
          helpers.push({ url, kind });
        }
      }
    }
    return found;
  };
  const open = async (url: string): Promise<OpenedPage> => {
    pages++;
    return openPage(net, url, { totalMs: input.totalMs, ...(signal ? { signal } : {}) });
  };

  read(input.home, 'home');
  for (let next = 0; pages < maxPages && !signal?.aborted; input.onStep(pages, pages + helpers.length + columns.length - next)) {
    const helper = helpers.shift();
    if (helper !== undefined) {
      const opened = await open(helper.url);
      if (helper.kind === 'script') take(opened.page === null ? [] : readColumnScript(opened.page.text, { url: helper.url, home }), null);
      else if (read(opened, helper.kind) !== null && helper.kind === 'site-map') siteMap ??= opened.look.finalUrl;
      continue;
    }
    const column = columns[next++];
    if (column === undefined) break;
    const opened = await open(column.url);
    const found = read(opened, 'inner');
    looks.set(addressKey(column.url), lookOf(input, column, opened, found));
  }
  return { sightings, looks, siteMap, pages, limited: looks.size < known.size };
}

function lookOf(
  { siteNames, day, home }: SurveyInput,
  column: ColumnSighting,
  { look, page }: OpenedPage,
  found: ReturnType<typeof readColumns> | null,
): ColumnLook {
  const { outcome, finalUrl } = look;
  const homeUrl = home.look.finalUrl;
  if (page === null || found === null || look.bytes === null)
    return { state: 'not-opened', outcome, items: 0, newestDate: null, path: null, isList: false, leftSite: false };
  const leftSite = !belongsTo(homeUrl)(finalUrl) || isHome(finalUrl, homeUrl);
  const reading: PageReading = readPage(look.bytes, { url: finalUrl, contentType: look.headers.contentType, today: day });
  const state = columnState(reading);
  const names = [column.name, columnNameOf(found.columnName ?? '')].filter((name) => name !== '');
  const isList = state === 'list';
  return {
    state,
    outcome,
    items: isList ? reading.list.length : 0,
    newestDate: isList ? reading.newestDate : null,
    path: ownPath(found.trail, names, siteNames),
    isList,
    leftSite,
  };
}
