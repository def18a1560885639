import { unfoldIslands } from '../list/islands.ts';
import { type Layout, layOut } from '../markup/layout.ts';
import { resolver } from '../markup/resolve.ts';
import { type Box, buildTree, walk } from '../markup/tree.ts';
import { readHead } from '../page/metas.ts';
import { readBlocks } from './blocks.ts';
import { belongsTo, isHome, leadsToText } from './column-address.ts';
import { isUnitName } from './column-name.ts';
import { findMenus } from './menus.ts';
import { addressIn, isLink, type LinkSense, linkText, type Outline } from './outline.ts';
import { readScriptMenus } from './script-menus.ts';
import { readTrail, type TrailStep } from './trail.ts';

/** Where a column was seen: a site map is drawn up to be complete, a block of a front page is only a hint. */
export const COLUMN_SOURCES = ['site-map', 'menu', 'script', 'block', 'trail'] as const;
export type ColumnSource = (typeof COLUMN_SOURCES)[number];

/** One column as one place of one page shows it. */
export interface ColumnSighting {
  name: string;
  url: string;
  /** From the top; `url` null for a mere heading. */
  above: readonly TrailStep[];
  source: ColumnSource;
}

/** What one page tells of the columns of its site. */
export interface ColumnsOfPage {
  /** One array per menu, so that a menu can be taken or left as a whole. */
  menus: ColumnSighting[][];
  trail: TrailStep[];
  /** Name of the column the page says it is (ColumnName), null on others. */
  columnName: string | null;
  siteName: string | null;
  /** Pages that may show more of the tree: site maps, then frames, then scripts with menu data. */
  siteMaps: string[];
  frames: string[];
  scripts: string[];
}

export interface ColumnsOptions {
  /** Absolute address of the page. */
  url: string;
  /** Absolute address of the site's home page. */
  home: string;
  /** Charset of the page, for addresses with Chinese queries. */
  charset?: string;
  /** True for the site map: its entries outrank those of menus. */
  siteMap?: boolean;
}

/** Reads one decoded page. Never throws on bad markup; time and memory grow linearly with its size. */
export function readColumns(html: string, { url, home, charset = 'utf-8', siteMap = false }: ColumnsOptions): ColumnsOfPage {
  const tree = buildTree(html);
  unfoldIslands(tree);
  const layout = layOut(tree);
  const head = readHead(tree);
  const resolve = resolver(url, baseOf(tree.root), charset);
  const sense = linkSense(resolve, home);
  const source = siteMap ? 'site-map' : 'menu';
  const menus = findMenus(tree.root, sense).map((menu) => sightings(menu, source));
  const scripted = layout.scripts
    .flatMap(({ box }) => readScriptMenus(scriptText(box), sense.column))
    .map((menu) => sightings(menu, 'script'));
  const blocks = sightings(readBlocks(layout, sense), 'block');
  const trail = readTrail(layout, (href) => (sense.isOwn(href) && !sense.isFront(href) ? resolve(href) : null));
  return {
    menus: [...menus, ...scripted, blocks, steps(trail)].filter((menu) => menu.length > 0),
    trail,
    columnName: head.government.ColumnName || null,
    siteName: head.government.SiteName || null,
    ...further(layout, resolve, belongsTo(home)),
  };
}

function linkSense(resolve: (href: string) => string | null, home: string): LinkSense {
  const belongs = belongsTo(home);
  const own = (href: string): string | null => {
    const address = href === '' ? null : resolve(href);
    return address !== null && belongs(address) ? address : null;
  };
  const known = new Map<string, string | null>();
  return {
    column(href) {
      const held = known.get(href);
      if (held !== undefined) return held;
      const address = own(href);
      const column = address === null || isHome(address, home) || leadsToText(address) ? null : address;
      known.set(href, column);
      return column;
    },
    isFront(href) {
      const address = resolve(href);
      return address !== null && isHome(address, home);
    },
    isOwn: (href) => own(href) !== null,
  };
}

/** The columns a breadcrumb leads to. */
function steps(trail: readonly TrailStep[]): ColumnSighting[] {
  return trail.flatMap(({ name, url }, at) => (url === null ? [] : [{ name, url, above: trail.slice(0, at), source: 'trail' as const }]));
}

/** A script file of menu data (`tree_data.js`), read like the scripts of a page. */
export function readColumnScript(script: string, { url, home }: Pick<ColumnsOptions, 'url' | 'home'>): ColumnSighting[][] {
  const { column } = linkSense(resolver(url, null, 'utf-8'), home);
  return readScriptMenus(script.slice(0, LONGEST_SCRIPT), column).map((menu) => sightings(menu, 'script'));
}

const LONGEST_SCRIPT = 1_000_000;
const scriptText = (box: Box): string => (box.kids[0]?.text ?? '').slice(0, LONGEST_SCRIPT);

function baseOf(root: Box): string | null {
  for (const box of walk(root)) if (box.tag === 'base' && box.attributes.href !== undefined) return box.attributes.href;
  return null;
}

/** A group of at least this many entries, most of them named like units, lists units. */
const UNIT_LIST = { fewest: 4, share: 0.6 };

function sightings(menu: readonly Outline[], source: ColumnSource, above: readonly TrailStep[] = []): ColumnSighting[] {
  const units = menu.filter((node) => node.kids.length === 0 && isUnitName(node.name)).length;
  const isUnitList = menu.length >= UNIT_LIST.fewest && units >= menu.length * UNIT_LIST.share;
  return menu.flatMap((node) => {
    if (isUnitList && isUnitName(node.name)) return [];
    const here = [...above, ...node.lead.map((name) => ({ name, url: null }))];
    const kids = sightings(node.kids, source, [...here, { name: node.name, url: node.url }]);
    return node.url === null ? kids : [{ name: node.name, url: node.url, above: here, source }, ...kids];
  });
}

const LONGEST_ADDRESS = 2_000;
const SITE_MAP = /^\s*(?:网站|站点|本站|全站|栏目)?(?:地图|导航|导图)\s*$|^\s*site\s?map\s*$/i;
const MENU_SCRIPT = /(?:tree|menu|nav|catalog|lanmu|channel|lm|mulu|gkml)[\w-]*\.js(?:\?|$)/i;
const LIBRARY = /jquery|bootstrap|layui|ztree\.(?:core|all|ex)|dtree\.js|\.min\.js|superfish|easyui/i;

function further(layout: Layout, resolve: (href: string) => string | null, isOwn: (url: string) => boolean) {
  const siteMaps = new Set<string>();
  const frames = new Set<string>();
  const scripts = new Set<string>();
  const add = (set: Set<string>, href: string): void => {
    const address = href === '' ? null : resolve(href);
    if (address !== null && isOwn(address)) set.add(address);
  };
  for (const box of walk(layout.root)) {
    const src = (box.attributes.src ?? '').slice(0, LONGEST_ADDRESS);
    if (isLink(box) && SITE_MAP.test(linkText(box))) add(siteMaps, addressIn(box));
    else if (box.tag === 'iframe' || box.tag === 'frame') add(frames, src);
    else if (box.tag === 'script' && MENU_SCRIPT.test(src) && !LIBRARY.test(src)) add(scripts, src);
  }
  return { siteMaps: [...siteMaps], frames: [...frames], scripts: [...scripts] };
}
