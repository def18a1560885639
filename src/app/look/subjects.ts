import type { RunSubjects } from '../../checks/run.ts';
import type { CalendarDate } from '../../core/date.ts';
import { areaId } from '../../subjects/area.ts';
import { type Site, siteId } from '../../subjects/channel.ts';
import type { Column } from '../../subjects/column.ts';
import { classOfColumn, columnAt } from '../../subjects/column-library.ts';
import { unitId } from '../../subjects/unit.ts';
import type { ListedColumn } from './columns-file.ts';

/** The register of one site that is in no register: an area, a unit and a site made of its address. */
export function subjectsOf(home: URL, listed: readonly ListedColumn[], day: CalendarDate): RunSubjects & { site: Site; columns: Column[] } {
  const area = areaId('look');
  const unit = unitId(area, home.host);
  const site: Site = {
    type: 'site',
    id: siteId(area, 'department_site', home.host, home.href),
    areaId: area,
    unitId: unit,
    kind: 'department_site',
    name: home.host,
    url: home.href,
    states: [{ state: 'in_operation', from: day }],
  };
  const columns = listed.map(({ path, url, limit, minimumPerYear, class: stated }): Column => {
    const columnClass = stated ?? classOfColumn(path);
    return { ...columnAt(site.id, unit, path, columnClass, limit ?? null), parentId: null, url, minimumPerYear };
  });
  return { site, columns, sites: [site], accounts: [] };
}
