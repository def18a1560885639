import type { Area } from '../../src/subjects/area.ts';
import { areaId } from '../../src/subjects/area.ts';
import { siteId } from '../../src/subjects/channel.ts';
import { columnId } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import { unitId } from '../../src/subjects/unit.ts';
import { PER_AREA, siteModel } from './model.ts';

/** Registers of the first `sites` simulated sites, one unit a site, in so many areas of about the same size. */
export function registers(sites: number, areas: number): Register[] {
  const each = Math.ceil(sites / areas / PER_AREA) * PER_AREA;
  return Array.from({ length: Math.ceil(sites / each) }, (_, at) => {
    const area: Area = { id: areaId(`模拟县${at}`), name: `模拟县${at}`, level: 'county', parentId: null };
    const numbers = Array.from({ length: Math.min(each, sites - at * each) }, (_, i) => at * each + i);
    const all = numbers.map((number) => {
      const { url, columns } = siteModel(number);
      const name = `第${number}单位`;
      const unit = unitId(area.id, name);
      const site = siteId(area.id, 'department_site', name, url);
      return { number, name, url, columns, unit, site };
    });
    return {
      areas: [area],
      units: all.map(({ number, name, unit }) => ({
        id: unit,
        areaId: area.id,
        name,
        kind: 'department',
        group: null,
        aliases: [],
        namePlates: [],
        parentId: null,
        order: number,
        activeFrom: null,
        activeTo: null,
      })),
      sites: all.map(({ name, url, unit, site }) => ({
        type: 'site',
        id: site,
        areaId: area.id,
        unitId: unit,
        kind: 'department_site',
        name: `${name}网站`,
        url,
        states: [{ state: 'in_operation', from: '2020-01-01' }],
      })),
      columns: all.flatMap(({ columns, unit, site }) =>
        columns.map((url, i) => ({
          id: columnId(site, [`栏目${i}`]),
          siteId: site,
          unitId: unit,
          parentId: null,
          path: [`栏目${i}`],
          url,
          class: 'notices' as const,
          limit: null,
          level: 1,
          minimumPerYear: null,
          activeFrom: null,
          activeTo: null,
        })),
      ),
      accounts: [],
    };
  });
}
