import { stableId } from '../../src/core/id.ts';
import { areaId as areaIdOf } from '../../src/subjects/area.ts';
import { type Account, accountId, type Site, siteId } from '../../src/subjects/channel.ts';
import { COLUMN_CLASSES, type Column, columnId } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';

const UNITS = 44;
const COLUMNS_PER_SITE = 30;
const ACCOUNTS = 41;
const SINCE = '2019-01-01';

/** A county of 44 units, each with a site of 30 columns, the first of them the portal, and 41 accounts. */
export function countyRegister(): Register {
  const area = { id: areaIdOf('白水县'), name: '白水县', level: 'county' as const, parentId: null };
  const units = Array.from({ length: UNITS }, (_, i): Unit => {
    const name = i < 32 ? `县第${i + 1}局` : `第${i - 31}镇`;
    return {
      id: unitId(area.id, name),
      areaId: area.id,
      name,
      kind: i < 32 ? 'department' : 'town',
      group: i < 32 ? '县直部门' : '镇',
      aliases: [`${name}机关`],
      namePlates: [],
      parentId: null,
      order: i,
      activeFrom: null,
      activeTo: null,
    };
  });
  const sites = units.map((unit, i): Site => {
    const url = `http://s${i}.baishui.example/`;
    const kind = i === 0 ? 'portal' : 'disclosure_site';
    return {
      type: 'site',
      id: siteId(area.id, kind, unit.name, url),
      areaId: area.id,
      unitId: unit.id,
      kind,
      name: `${unit.name}信息公开网站`,
      url,
      states: [{ state: 'in_operation', from: SINCE }],
    };
  });
  const columns = sites.flatMap((site) =>
    Array.from({ length: COLUMNS_PER_SITE }, (_, i): Column => {
      const path = [`栏目${i + 1}`];
      return {
        id: columnId(site.id, path),
        siteId: site.id,
        unitId: site.unitId,
        parentId: null,
        path,
        url: `${site.url}${i}/`,
        class: COLUMN_CLASSES[i % COLUMN_CLASSES.length] ?? 'other',
        limit: i % 3 === 0 ? 'P14D' : i % 3 === 1 ? 'P6M' : 'P1Y',
        level: 1,
        minimumPerYear: null,
        activeFrom: null,
        activeTo: null,
      };
    }),
  );
  const accounts = units.slice(0, ACCOUNTS).map((unit): Account => {
    const name = `${unit.name}发布`;
    return {
      type: 'account',
      id: accountId(area.id, 'wechat', name, unit.name),
      areaId: area.id,
      unitId: unit.id,
      supervisingUnitId: null,
      platform: 'wechat',
      name,
      level: null,
      filing: 'filed',
      filedOn: SINCE,
      filingNumber: stableId('filing', name),
      states: [{ state: 'in_operation', from: SINCE }],
      adapter: 'sheet',
      feedUrl: null,
    };
  });
  return { areas: [area], units, sites, columns, accounts };
}
