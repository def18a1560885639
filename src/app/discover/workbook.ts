import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { limitName } from '../../core/limit.ts';
import { SITE_KIND_NAMES } from '../../subjects/channel.ts';
import { COLUMN_CLASS_NAMES } from '../../subjects/column.ts';
import { UNIT_KIND_NAMES } from '../../subjects/unit.ts';
import { COLUMN_SHEET } from '../import/sheets/column-sheet.ts';
import type { FieldSpec } from '../import/sheets/field.ts';
import { SITE_SHEET } from '../import/sheets/site-sheet.ts';
import type { SheetSpec } from '../import/sheets/spec.ts';
import { UNIT_SHEET } from '../import/sheets/unit-sheet.ts';
import { tidyName } from '../import/words/fold.ts';
import { kindByName } from '../import/words/unit-kind.ts';
import type { DiscoveredColumn, Discovery } from './discovery.ts';
import { stateWords } from './summary.ts';

/** The owner as the import wants it: what the operator said, else the organiser at the foot of the site. */
export function unitOf({ organiser, siteName, home }: Pick<Discovery, 'organiser' | 'siteName' | 'home'>, stated: string | null): string {
  const named = stated ?? organiser ?? siteName?.replace(/(?:政府)?(?:信息公开|门户)?网(?:站)?$/, '');
  return tidyName(named ?? '') || new URL(home).host;
}

/**
 * The proposal as a workbook that `mingcha import` takes as it is: 单位, 网站 and 栏目. What was seen of each column and where
 * its limit comes from stands under 备注, which the import leaves alone. A front page of a section is a group, not a list,
 * so it has no row of its own where columns stand below it.
 */
export function discoveryWorkbook(discovery: Discovery, statedUnit: string | null): Promise<Uint8Array> {
  const unit = unitOf(discovery, statedUnit);
  const kind = kindByName(unit) ?? 'department';
  const columns = discovery.columns.filter((column) => !isGroup(column, discovery.columns));
  return writeXlsx({
    sheets: [
      sheet(UNIT_SHEET, ['name', 'kind'], [[unit, UNIT_KIND_NAMES[kind]]]),
      sheet(SITE_SHEET, ['unit', 'kind', 'url'], [[unit, SITE_KIND_NAMES[discovery.siteKind], discovery.home]]),
      sheet(
        COLUMN_SHEET,
        ['unit', 'path', 'url', 'class', 'limit'],
        columns.map((column) => [
          unit,
          pathCell(column.path),
          column.url,
          COLUMN_CLASS_NAMES[column.class],
          limitCell(column),
          remark(column),
        ]),
        REMARK,
      ),
    ],
  });
}

export const REMARK = '备注';

/** A sheet of the import's own form, with one more column of words behind it that the import leaves alone. */
export function sheet(spec: SheetSpec, keys: readonly string[], rows: string[][], extra: string | null = null): WriteSheet {
  const fields = keys.map((key) => spec.fields[key] as FieldSpec);
  const heads = [...fields.map((field) => field.title), ...(extra === null ? [] : [extra])];
  const bold = { style: { font: { bold: true } } };
  return {
    name: spec.title,
    columns: heads.map((_, i) => ({ width: fields[i]?.width ?? 60 })),
    rows: [heads, ...rows],
    cells: new Map(heads.map((_, i) => [`0,${i}`, bold])),
    freezePane: { rows: 1 },
  };
}

/** Letters by which the import parts a path may stand inside a name; 、 says the same. */
export const pathCell = (path: readonly string[]): string => path.map((name) => name.replace(/[—–－→>＞»›/／\\＼-]+/g, '、')).join('—');

const limitCell = ({ limit }: DiscoveredColumn): string => (limit === null ? '不限' : limitName(limit));

const remark = (column: DiscoveredColumn): string =>
  `${stateWords(column)}；${column.limit === null ? '没有查到统一规定的更新时限，请按本地要求填写' : `时限依据：${column.basis}`}`;

/** Front pages of sections that others stand below. */
export function isGroup({ path, state }: DiscoveredColumn, columns: readonly DiscoveredColumn[]): boolean {
  if (state !== 'section' && state !== 'unreadable') return false;
  return columns.some((other) => other.path.length > path.length && path.every((name, i) => other.path[i] === name));
}
