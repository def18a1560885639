import { readFileSync } from 'node:fs';
import type { CalendarDate } from '../src/core/date.ts';
import type { Limit } from '../src/core/limit.ts';
import { siteId } from '../src/subjects/channel.ts';
import { columnId, columnName } from '../src/subjects/column.ts';
import type { Register } from '../src/subjects/register.ts';
import type { Scenario } from './server/scenario.ts';

export const SAMPLE_AREAS = ['langxi-2022', 'cangxi-2020-q1'] as const;
export type SampleArea = (typeof SAMPLE_AREAS)[number];

/** A problem the office already had on its books when the sample begins. */
export interface OpeningProblem {
  unit: string;
  unitId: string;
  siteId: string;
  columnId: string;
  category: 'column_overdue';
  path: readonly string[];
  limit: Limit;
  lastUpdate: CalendarDate;
  firstFoundOn: CalendarDate;
  periods: number;
}
export interface Opening {
  period: string;
  cutoff: CalendarDate;
  problems: readonly OpeningProblem[];
}

export function readSample<T>(area: SampleArea, file: string): T {
  return JSON.parse(readFileSync(new URL(`./${area}/${file}.json`, import.meta.url), 'utf8')) as T;
}

export const readScenario = (area: SampleArea): Scenario => readSample<Scenario>(area, 'scenario');

/** The register with its addresses on the port the generator listens on. A site's id contains its address, so ids move with it. */
export function loadRegister(area: SampleArea, port: number): Register {
  const register = readSample<Register>(area, 'register');
  const moved = (url: string): string => {
    const address = new URL(url);
    address.port = String(port);
    return address.href;
  };
  const unitName = new Map(register.units.map((u) => [u.id, u.name]));
  const sites = register.sites.map((s) => {
    const url = moved(s.url);
    return { ...s, url, id: siteId(s.areaId, s.kind, unitName.get(s.unitId) as string, url) };
  });
  const newSite = new Map(register.sites.map((s, i) => [s.id, sites[i]?.id as string]));
  return {
    ...register,
    sites,
    columns: register.columns.map((c) => {
      const site = newSite.get(c.siteId) as string;
      const parentId = c.parentId === null ? null : columnId(site, c.path.slice(0, -1));
      return { ...c, id: columnId(site, c.path), siteId: site, parentId, url: c.url === null ? null : moved(c.url) };
    }),
    accounts: register.accounts.map((a) => ({ ...a, feedUrl: a.feedUrl === null ? null : moved(a.feedUrl) })),
  };
}

/** The opening stock with the ids of a loaded register. */
export function loadOpening(register: Register): Opening {
  const opening = readSample<Opening>('langxi-2022', 'opening');
  const problems = opening.problems.map((p) => {
    const unit = register.units.find((u) => u.name === p.unit);
    const column = register.columns.find((c) => c.unitId === unit?.id && columnName(c.path) === columnName(p.path));
    if (!unit || !column) throw new Error(`opening.json names ${p.unit} ${columnName(p.path)}, which the register does not have`);
    return { ...p, unitId: unit.id, siteId: column.siteId, columnId: column.id };
  });
  return { ...opening, problems };
}
