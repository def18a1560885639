import type { Limit } from '../../src/core/limit.ts';
import { type Area, areaId } from '../../src/subjects/area.ts';
import { type Account, accountId, PLATFORMS, type Platform, type StateSpell } from '../../src/subjects/channel.ts';
import { type Column, type ColumnClass, columnId } from '../../src/subjects/column.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';
import type { PlannedColumn } from './column-plan.ts';
import type { Seed } from './seed.ts';

/** Port the committed registers are written for; `loadRegister` moves them to another. */
export const DEFAULT_PORT = 18080;

/** 运行状态: on file and running since before any monitored day. */
export const RUNNING: readonly StateSpell[] = [{ state: 'in_operation', from: '2018-01-01' }];

/** Province and county. */
export function areasOf(seed: Seed): Area[] {
  const province = seed.document.province as string;
  const provinceId = areaId(province);
  return [
    { id: provinceId, name: province, level: 'province', parentId: null },
    { id: areaId(seed.document.area, provinceId), name: seed.document.area, level: 'county', parentId: provinceId },
  ];
}

/** Units in the order of the names given; the seed's bracketed spellings are the name plates, so they are no alias. */
export function unitsOf(seed: Seed, area: string, names: readonly string[]): Unit[] {
  return names.map((name, i) => {
    const unit = seed.units.find((u) => u.name === name);
    if (!unit) throw new Error(`seed ${seed.id} has no unit ${name}`);
    return {
      id: unitId(area, name),
      areaId: area,
      name,
      kind: unit.kind,
      group: unit.group,
      aliases: unit.aliases.filter((alias) => !alias.includes('（')),
      namePlates: unit.coNames,
      parentId: null,
      order: i + 1,
      activeFrom: null,
      activeTo: null,
    };
  });
}

/** Rows of a site's column tree: the planned leaves and, before its first leaf, each node that only groups. */
export function columnRows(
  site: string,
  unit: string,
  planned: readonly PlannedColumn[],
  address: (plan: PlannedColumn, i: number) => string,
): Column[] {
  const rows = new Map<string, Column>();
  const put = (
    path: readonly string[],
    url: string | null,
    kind: ColumnClass,
    limit: Limit | null,
    minimumPerYear: number | null,
  ): void => {
    const id = columnId(site, path);
    const parentId = path.length > 1 ? columnId(site, path.slice(0, -1)) : null;
    rows.set(id, {
      id,
      siteId: site,
      unitId: unit,
      parentId,
      path,
      url,
      class: kind,
      limit,
      level: path.length,
      minimumPerYear,
      activeFrom: null,
      activeTo: null,
    });
  };
  for (const [i, plan] of planned.entries()) {
    for (let depth = 1; depth < plan.path.length; depth += 1) {
      const group = plan.path.slice(0, depth);
      if (!rows.has(columnId(site, group))) put(group, null, 'other', null, null);
    }
    put(plan.path, address(plan, i), plan.class, plan.limit, plan.minimumPerYear);
  }
  return [...rows.values()];
}

export interface AccountFact {
  platform: string;
  name: string;
  unit: string;
  level: string | null;
}

/** Account rows; each account's feed answers on its own loopback address `<network>.<n>`. */
export function accountRows(area: string, facts: readonly AccountFact[], network: string): Account[] {
  return facts.map((fact, i) => {
    const platform = PLATFORMS.find((p): p is Platform => p === fact.platform);
    if (!platform) throw new Error(`unknown platform ${fact.platform}`);
    return {
      type: 'account',
      id: accountId(area, platform, fact.name, fact.unit),
      areaId: area,
      unitId: unitId(area, fact.unit),
      supervisingUnitId: null,
      platform,
      name: fact.name,
      level: fact.level,
      filing: 'filed',
      filedOn: null,
      filingNumber: null,
      states: RUNNING,
      adapter: 'feed',
      feedUrl: `http://${network}.${i + 1}:${DEFAULT_PORT}/feed/${platform}`,
    };
  });
}
