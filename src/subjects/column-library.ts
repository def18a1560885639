import { MingchaError } from '../core/error.ts';
import { isLimit, type Limit } from '../core/limit.ts';
import type { Site } from './channel.ts';
import { COLUMN_CLASSES, type Column, type ColumnClass, columnId } from './column.ts';
import rows from './data/column-library.json' with { type: 'json' };
import { UNIT_KINDS, type Unit, type UnitKind } from './unit.ts';

/** 栏目库: one column that notices and indicators name, with the limit they print (seeds M21). */
export interface LibraryColumn {
  path: readonly string[];
  /** Other names of the last part that portals use. */
  aliases: readonly string[];
  class: ColumnClass;
  /** Null where no source prints one: the office fills it in. */
  limit: Limit | null;
  /** Where class and limit come from, or that no fixed limit is printed. */
  basis: string;
  /** Kinds of units whose own tree holds it; none = it is only known by name. */
  unitKinds: readonly UnitKind[];
  /** Words in the name of the departments it belongs to; null = all of these kinds. */
  departments: readonly string[] | null;
}

export const COLUMN_LIBRARY: readonly LibraryColumn[] = rows.map(checked);

function checked(row: (typeof rows)[number]): LibraryColumn {
  const column = row as LibraryColumn;
  const wrong =
    (!(COLUMN_CLASSES as readonly string[]).includes(column.class) && `栏目类别 ${column.class}`) ||
    (column.limit !== null && !isLimit(column.limit) && `时限 ${column.limit}`) ||
    (column.unitKinds.some((kind) => !(UNIT_KINDS as readonly string[]).includes(kind)) && `单位类别 ${column.unitKinds.join('、')}`);
  if (wrong)
    throw new MingchaError('internal', `栏目库中“${column.path.join('—')}”的${wrong}不在规定范围内`, '请改正 column-library.json。');
  return column;
}

/**
 * What a column's name says of its class when the library does not name it, most telling first. News, and notices and
 * policy files of the first level, are held to the veto's own limits, so words that only often mean them are not enough.
 */
const BY_WORDS: readonly (readonly [RegExp, ColumnClass])[] = [
  [/解读|图解|一图读懂/, 'interpretation'],
  [/公开指南|依申请公开/, 'guide'],
  [/征集|民意调查|网上调查|在线调查|问卷调查|征求意见/, 'consultation'],
  [/留言|信箱|咨询|投诉|问政|互动|热线/, 'messages'],
  [/财政|预算|决算|三公|专项资金|资金管理|资金使用|政府采购/, 'finance'],
  [/领导(?!小组)/, 'leaders'],
  [/(?:招标|中标|成交|拍卖|招聘|录用)(?:结果)?(?:公告|公示)/, 'other'],
  [/公告|公示公告|通知|通告/, 'notices'],
  [/(?:文件|规章|政策(?:法规|措施|汇编|与标准)?)(?:库|公开|信息|栏)?$/, 'policy'],
  [/(?:动态|要闻|新闻|快讯|简讯)(?:信息|栏)?$|工作信息$/, 'news'],
];

/** 《三公经费》, “三公”经费 and 三公经费（县级） are one name. */
const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[(（[【][^)）\]】]*[)）\]】]/gu, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');

const BY_NAME = new Map<string, LibraryColumn>();
for (const column of COLUMN_LIBRARY)
  for (const name of [column.path.at(-1) as string, ...column.aliases])
    if (!BY_NAME.has(foldName(name))) BY_NAME.set(foldName(name), column);

/** The library's entry for a column: by its whole path, else by its own name or one of its other names. */
export function libraryEntry(path: readonly string[]): LibraryColumn | null {
  const name = path.at(-1) ?? '';
  return COLUMN_LIBRARY.find((column) => column.path.join() === path.join()) ?? BY_NAME.get(foldName(name)) ?? null;
}

/** Class of a column by its name: the library first, then telling words; from the last part of the path upward. */
export function classOfColumn(path: readonly string[]): ColumnClass {
  const whole = libraryEntry(path);
  if (whole) return whole.class;
  for (const part of [...path].reverse()) {
    const found = BY_NAME.get(foldName(part))?.class ?? BY_WORDS.find(([words]) => words.test(part))?.[1];
    if (found) return found;
  }
  return 'other';
}

/**
 * The library's column tree for a unit's site: those meant for the unit's kind and trade, parents before children.
 * Addresses are not known to a library and stay null until somebody enters them.
 */
export function libraryColumns(site: Pick<Site, 'id'>, unit: Pick<Unit, 'id' | 'name' | 'kind'>): Column[] {
  const fitting = COLUMN_LIBRARY.filter(
    ({ unitKinds, departments }) =>
      unitKinds.includes(unit.kind) && (departments === null || departments.some((word) => unit.name.includes(word))),
  );
  const columns = new Map<string, Column>();
  for (const entry of fitting) {
    for (let depth = 1; depth <= entry.path.length; depth++) {
      const path = entry.path.slice(0, depth);
      const own = depth === entry.path.length;
      const id = columnId(site.id, path);
      if (own || !columns.has(id))
        columns.set(id, columnAt(site.id, unit.id, path, own ? entry.class : classOfColumn(path), own ? entry.limit : null));
    }
  }
  return [...columns.values()];
}

/** A column nothing else is known of; its parent is the node above it in the path. */
export function columnAt(siteId: string, unitId: string, path: readonly string[], columnClass: ColumnClass, limit: Limit | null): Column {
  return {
    id: columnId(siteId, path),
    siteId,
    unitId,
    parentId: path.length > 1 ? columnId(siteId, path.slice(0, -1)) : null,
    path,
    url: null,
    class: columnClass,
    limit,
    level: path.length,
    minimumPerYear: null,
    activeFrom: null,
    activeTo: null,
  };
}
