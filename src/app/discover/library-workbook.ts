import { writeXlsx } from 'hucre/xlsx';
import { limitName } from '../../core/limit.ts';
import { readRegister } from '../../store/register.ts';
import type { Site } from '../../subjects/channel.ts';
import { COLUMN_CLASS_NAMES } from '../../subjects/column.ts';
import { COLUMN_LIBRARY, libraryColumns } from '../../subjects/column-library.ts';
import type { Unit } from '../../subjects/unit.ts';
import { COLUMN_SHEET } from '../import/sheets/column-sheet.ts';
import type { App } from '../open.ts';
import { pathCell, REMARK, sheet } from './workbook.ts';

/**
 * 栏目库 laid out for an area (seeds M21): for each site of a unit the columns of the library that it has not yet, by the unit's
 * kind and trade, with class and limit. Somebody fills in addresses, strikes what the site has not, and imports it.
 */
export async function libraryWorkbook(app: Pick<App, 'db'>, areaId: string): Promise<Uint8Array> {
  const { units, sites, columns } = await readRegister(app.db, areaId);
  const known = new Set(columns.map(({ id }) => id));
  const owners = new Map(units.filter(({ activeTo }) => activeTo === null).map((unit) => [unit.id, unit]));
  const rows = sites.flatMap((site) => {
    const unit = owners.get(site.unitId);
    return unit === undefined ? [] : rowsOf(site, unit, known);
  });
  return writeXlsx({ sheets: [sheet(COLUMN_SHEET, ['unit', 'site', 'path', 'url', 'class', 'limit'], rows, REMARK)] });
}

/** Groups above a column have no row: the import adds them. */
function rowsOf(site: Site, unit: Unit, known: ReadonlySet<string>): string[][] {
  return libraryColumns(site, unit).flatMap(({ id, path, class: columnClass, limit }) => {
    const entry = COLUMN_LIBRARY.find((column) => column.path.join() === path.join());
    if (entry === undefined || known.has(id)) return [];
    const remark = limit === null ? '没有查到统一规定的更新时限，请按本地要求填写' : `时限依据：${entry.basis}`;
    return [[unit.name, site.name, pathCell(path), '', COLUMN_CLASS_NAMES[columnClass], limit === null ? '' : limitName(limit), remark]];
  });
}
