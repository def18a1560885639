import { type Site, siteId } from '../../src/subjects/channel.ts';
import type { Column } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import type { Unit } from '../../src/subjects/unit.ts';
import { columnAddress } from '../server/addresses.ts';
import { PAGE_STYLES, type PageStyle, type Scenario } from '../server/scenario.ts';
import { columnsOf, type PlanKind } from './column-plan.ts';
import { langxiExpected } from './langxi-expected.ts';
import { langxiSettings } from './langxi-settings.ts';
import { accountRows, areasOf, columnRows, DEFAULT_PORT, RUNNING, unitsOf } from './register.ts';
import { readSeed, type Seed } from './seed.ts';
import { LANGXI_OPENING, LANGXI_SILENCES } from './silences.ts';

const NETWORK = { sites: '127.18.21', accounts: '127.18.22' };

/** Files of the sample 郎溪 2022-12. */
export function makeLangxi(): Record<string, object> {
  const seed = readSeed('langxi-2022-12');
  const register = registerOf(seed);
  const owners = seed.channels.filter((c) => c.kind === 'disclosure_site').map((c) => c.owner as string);
  const styles = Object.fromEntries(owners.map((unit, i) => [unit, PAGE_STYLES[i % PAGE_STYLES.length] as PageStyle]));
  const scenario: Scenario = {
    seed: 'langxi-2022',
    from: '2021-01-04',
    to: '2023-02-28',
    startsAt: '2022-11-27T01:00:00.000Z',
    place: '郎溪县',
    regionCode: '341821',
    provinceMark: '皖',
    styles,
    silences: LANGXI_SILENCES,
    accountSilences: [],
  };
  return {
    register,
    scenario,
    settings: langxiSettings(seed),
    opening: { period: '2022-10', cutoff: '2022-10-27', problems: LANGXI_OPENING.map((p) => openingRow(register, p.unit, p.column)) },
    expected: langxiExpected(seed, register),
  };
}

/** Attachment 1 gives the order of the units; those that only keep accounts follow. */
function registerOf(seed: Seed): Register {
  const areas = areasOf(seed);
  const area = areas.at(-1)?.id as string;
  const owners = seed.channels.filter((c) => c.kind === 'disclosure_site').map((c) => c.owner as string);
  const others = seed.units.map((u) => u.name).filter((name) => !owners.includes(name));
  const units = unitsOf(seed, area, [...owners, ...others]);
  const kept = units.slice(0, owners.length).map((unit, i) => siteWithColumns(area, unit, i));
  const accounts = seed.channels
    .filter((c) => c.kind !== 'disclosure_site')
    .map((c) => ({ platform: c.kind, name: c.name as string, unit: c.owner as string, level: c.level }));
  return {
    areas,
    units,
    sites: kept.map((k) => k.site),
    columns: kept.flatMap((k) => k.columns),
    accounts: accountRows(area, accounts, NETWORK.accounts),
  };
}

function siteWithColumns(area: string, unit: Unit, index: number): { site: Site; columns: Column[] } {
  const home = `http://${NETWORK.sites}.${index + 1}:${DEFAULT_PORT}`;
  const url = `${home}/`;
  const id = siteId(area, 'disclosure_site', unit.name, url);
  const style = PAGE_STYLES[index % PAGE_STYLES.length] as PageStyle;
  const required = LANGXI_SILENCES.filter((s) => s.unit === unit.name).map((s) => s.column);
  const planned = columnsOf(unit.name, planKind(unit), index, required);
  return {
    site: {
      type: 'site',
      id,
      areaId: area,
      unitId: unit.id,
      kind: 'disclosure_site',
      name: `${unit.name}信息公开网站`,
      url,
      states: RUNNING,
    },
    columns: columnRows(id, unit.id, planned, (plan, i) => `${home}${columnAddress(style, plan.slug, (index + 1) * 1000 + i + 1)}`),
  };
}

function planKind(unit: Unit): PlanKind {
  if (unit.kind === 'town' || unit.kind === 'subdistrict' || unit.kind === 'zone') return unit.kind;
  return 'department';
}

/** A line of the opening stock by its natural key; `loadSample` adds the ids. */
function openingRow(register: Register, unit: string, column: string): object {
  const silence = LANGXI_SILENCES.find((s) => s.unit === unit && s.column === column);
  const owner = register.units.find((u) => u.name === unit);
  const row = register.columns.find((c) => c.unitId === owner?.id && c.path.join('—') === column);
  if (!silence || !row) throw new Error(`opening stock names no silent column: ${unit} ${column}`);
  return {
    unit,
    category: 'column_overdue',
    path: row.path,
    limit: row.limit,
    lastUpdate: silence.from,
    firstFoundOn: '2022-10-27',
    periods: 1,
  };
}
