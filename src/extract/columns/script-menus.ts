import { columnNamesOf } from './column-name.ts';
import { findArrays, type Literal } from './literal.ts';
import type { LinkSense, Outline } from './outline.ts';

type Fields = { [key: string]: Literal };

/** Keys by which tree widgets (zTree, layui, easyui, jstree) and content systems name the parts of an entry, likeliest first. */
const NAME = [
  'name',
  'title',
  'text',
  'label',
  'menuname',
  'channelname',
  'columnname',
  'catalogname',
  'cataname',
  'chnlname',
  'nodename',
  'lmmc',
];
const ADDRESS = ['url', 'href', 'link', 'linkurl', 'weburl', 'channelurl', 'pageurl', 'address', 'path', 'docpuburl', 'chnlurl'];
const ID = ['id', 'menuid', 'channelid', 'columnid', 'catalogid', 'nodeid', 'chnlid', 'code'];
const ABOVE = ['pid', 'parentid', 'parent', 'parent_id', 'fid', 'pcode', 'parentcode', 'upid', 'p_id'];
const BELOW = [
  'children',
  'child',
  'childs',
  'nodes',
  'items',
  'sub',
  'subs',
  'childlist',
  'childrens',
  'submenu',
  'childmenu',
  'childnodes',
];

/** Menus a script holds as data: arrays of entries (nested, or joined by id and parent id) and the calls of dTree. */
export function readScriptMenus(script: string, column: LinkSense['column']): Outline[][] {
  const arrays = findArrays(script).map((array) => outlines(array, column));
  return [...arrays, dTree(script, column)].filter((menu) => leaves(menu) >= 2);
}

const leaves = (nodes: readonly Outline[]): number => nodes.reduce((sum, { url, kids }) => sum + (url === null ? 0 : 1) + leaves(kids), 0);

const DEEPEST = 40;

interface Row {
  id: string | null;
  above: string | null;
  node: Outline;
}

function outlines(array: readonly Literal[], column: LinkSense['column']): Outline[] {
  return joined(array.flatMap((item): Row[] => (isFields(item) ? rowOf(lowerKeys(item), column) : [])));
}

/** Nobody above, or one who is not here: a top entry. An entry above itself is one too. */
function joined(rows: readonly Row[]): Outline[] {
  const byId = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));
  const top: Outline[] = [];
  for (const row of rows) {
    const parent = row.above === null ? undefined : byId.get(row.above);
    if (parent === undefined || isAbove(row, parent, byId)) top.push(row.node);
    else parent.node.kids.push(row.node);
  }
  return withoutBlanks(top);
}

/** Whether `row` stands above `of`, so that hanging it below would close a ring. What is deeper than any tree is taken for one. */
function isAbove(row: Row, of: Row, byId: ReadonlyMap<string, Row>): boolean {
  let at: Row | undefined = of;
  for (let up = 0; at !== undefined && at !== row; up++) {
    if (up === DEEPEST) return true;
    at = at.above === null ? undefined : byId.get(at.above);
  }
  return at === row;
}

function rowOf(fields: Fields, column: LinkSense['column']): Row[] {
  const text = firstOf(fields, NAME);
  if (typeof text !== 'string') return [];
  const names = columnNamesOf(text.replace(/<[^>]{0,200}>/g, ''));
  const below = firstOf(fields, BELOW);
  const kids = Array.isArray(below) ? outlines(below, column) : [];
  const href = firstOf(fields, ADDRESS) ?? (isFields(fields.attributes) ? firstOf(lowerKeys(fields.attributes), ADDRESS) : undefined);
  const url = typeof href === 'string' && href !== '' ? column(href) : null;
  // An entry without a name that can be a column's (首页, 网站根目录 of some systems) still carries what stands below it.
  const node = { name: names.at(-1) ?? '', lead: names.slice(0, -1), url, kids };
  return [{ id: keyOf(firstOf(fields, ID)), above: keyOf(firstOf(fields, ABOVE)), node }];
}

function withoutBlanks(nodes: readonly Outline[]): Outline[] {
  return nodes.flatMap((node) => {
    const kids = withoutBlanks(node.kids);
    if (node.name === '') return kids;
    return node.url === null && kids.length === 0 ? [] : [{ ...node, kids }];
  });
}

const keyOf = (value: Literal): string | null => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
const isFields = (value: Literal): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const lowerKeys = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
const firstOf = (fields: Fields, keys: readonly string[]): Literal => {
  const key = keys.find((name) => fields[name] !== undefined && fields[name] !== null);
  return key === undefined ? undefined : fields[key];
};

/** `d.add(3, 1, '通知公告', '/tzgg/')`: id, id above, name, address. */
const ADD =
  /\.add\(\s*["']?(-?\w{1,40})["']?\s*,\s*["']?(-?\w{1,40})["']?\s*,\s*(?:"([^"\n]{1,80})"|'([^'\n]{1,80})')\s*(?:,\s*(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'))?/g;

function dTree(script: string, column: LinkSense['column']): Outline[] {
  const rows = [...script.matchAll(ADD)].map(([, id = '', above = '', a, b, c, d]): Row => {
    const names = columnNamesOf(a ?? b ?? '');
    const href = c ?? d ?? '';
    return { id, above, node: { name: names.at(-1) ?? '', lead: names.slice(0, -1), url: href === '' ? null : column(href), kids: [] } };
  });
  return joined(rows);
}
