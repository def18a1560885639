import { SITE_KIND_NAMES, type Site } from '../../../subjects/channel.ts';
import { type Column, columnId, columnName } from '../../../subjects/column.ts';
import { classOfColumn, columnAt } from '../../../subjects/column-library.ts';
import type { Remarks } from '../remarks.ts';
import type { ColumnDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import type { SettleContext } from './context.ts';
import { fuse, type Stated } from './fuse.ts';

const TITLES = {
  url: '栏目地址',
  class: '栏目类别',
  limit: '更新时限',
  unitId: '责任单位',
  minimumPerYear: '每年最少条数',
  activeFrom: '启用日期',
  activeTo: '停用日期',
} as const;

/** Columns of a file on their sites; nodes above them that no row names are added as mere groups, parents before children. */
export function settleColumns(
  drafts: readonly ColumnDraft[],
  sites: readonly Site[],
  held: ReadonlyMap<string, Column>,
  { index, remarks }: SettleContext,
): Column[] {
  const rows: Stated<Column>[] = [];
  for (const draft of drafts) {
    const ownerId = index.resolve(draft.unit, draft.place, '主办单位', remarks);
    const keeperId = draft.owner === undefined ? undefined : index.resolve(draft.owner, draft.place, '责任单位', remarks);
    const site =
      ownerId === null
        ? null
        : siteOf(
            draft,
            sites.filter((s) => s.unitId === ownerId),
            index.nameOf(ownerId),
            remarks,
          );
    if (site === null || keeperId === null) continue;
    const id = columnId(site.id, draft.path);
    const { url, limit, minimumPerYear, activeFrom, activeTo } = draft;
    rows.push({
      id,
      place: draft.place,
      label: columnName(draft.path),
      stated: { url, class: draft.class, limit, minimumPerYear, activeFrom, activeTo, unitId: keeperId },
      blank: columnAt(site.id, keeperId ?? site.unitId, draft.path, classOfColumn(draft.path), null),
    });
  }
  const columns = fuse(rows, held, { titles: TITLES }, remarks);
  return withGroups(columns, held, new Map(sites.map((site) => [site.id, site])));
}

/** The site a row means among its unit's; the only one when it names none. */
function siteOf(draft: ColumnDraft, sites: readonly Site[], unitName: string, remarks: Remarks): Site | null {
  const key = nameKey(draft.site ?? '');
  const named = sites.filter(
    (site) =>
      key === '' ||
      [site.name, site.url, SITE_KIND_NAMES[site.kind]].some((name) => nameKey(name) === key || nameKey(name) === `http://${key}/`),
  );
  if (named.length === 1) return named[0] as Site;
  const list = sites.map((site) => site.name).join('、');
  const message =
    sites.length === 0
      ? `“${unitName}”还没有登记网站，请先在“网站”表里补上`
      : key === ''
        ? `“${unitName}”有几个网站，必填：${list}`
        : `不是“${unitName}”登记的网站，应为：${list}`;
  remarks.fault({
    ...draft.place,
    field: draft.place.field ?? '网站',
    ...(draft.site === undefined ? {} : { value: draft.site }),
    message,
  });
  return null;
}

function withGroups(columns: readonly Column[], held: ReadonlyMap<string, Column>, sites: ReadonlyMap<string, Site>): Column[] {
  const all = new Map<string, Column>();
  const named = new Map(columns.map((column) => [column.id, column]));
  for (const column of columns) {
    for (let depth = 1; depth < column.path.length; depth++) {
      const path = column.path.slice(0, depth);
      const id = columnId(column.siteId, path);
      if (all.has(id)) continue;
      all.set(
        id,
        named.get(id) ??
          held.get(id) ??
          columnAt(column.siteId, (sites.get(column.siteId) as Site).unitId, path, classOfColumn(path), null),
      );
    }
    all.set(column.id, column);
  }
  return [...all.values()];
}
