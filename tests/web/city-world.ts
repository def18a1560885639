import { appendToLedger } from '../../src/app/ledger/append.ts';
import { addDays, type CalendarDate, daysBetween, instantOf } from '../../src/core/date.ts';
import { lastDayWithin } from '../../src/core/limit.ts';
import { parsePeriod } from '../../src/core/period.ts';
import type { ProblemEvent } from '../../src/ledger/event.ts';
import { tell } from '../../src/ledger/ledger.fixture.ts';
import { insertJudgement } from '../../src/store/judgements.ts';
import { type PeriodVerdict, putPeriod, replaceVerdicts } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Db } from '../../src/store/schema.ts';
import { type Area, areaId } from '../../src/subjects/area.ts';
import { type Site, siteId } from '../../src/subjects/channel.ts';
import { type Column, columnId } from '../../src/subjects/column.ts';
import type { Register } from '../../src/subjects/register.ts';
import { type Unit, unitId } from '../../src/subjects/unit.ts';
import { observation } from '../support/store-world.ts';

const TODAY: CalendarDate = '2022-12-27';
const CITY: Area = { id: areaId('宣城市'), name: '宣城市', level: 'city', parentId: null };
const BUREAUS = [
  '教育',
  '公安',
  '民政',
  '财政',
  '卫生健康',
  '交通运输',
  '农业农村（乡村振兴）',
  '自然资源和规划',
  '住房和城乡建设',
  '水务',
];

export interface City {
  id: string;
  /** In the order in which they were asked for. */
  countyIds: string[];
}

/** Puts a city above an area that is there, with a unit and `problems` of its own, and beside it counties of so many units and problems. */
export async function seedCity(
  db: Db,
  below: string,
  { problems, counties }: { problems: number; counties: readonly { name: string; units: number; problems: number }[] },
): Promise<City> {
  await seedArea(db, CITY, { units: 1, problems });
  await db.updateTable('area').set({ parentId: CITY.id }).where('id', '=', below).execute();
  const areas = counties.map(({ name }): Area => ({ id: areaId(name, CITY.id), name, level: 'county', parentId: CITY.id }));
  for (const [i, area] of areas.entries()) await seedArea(db, area, counties[i] as (typeof counties)[number]);
  return { id: CITY.id, countyIds: areas.map(({ id }) => id) };
}

/** An area with a site a unit, its columns judged, one reckoned month, and problems in every stage. */
async function seedArea(db: Db, area: Area, { units: howMany, problems }: { units: number; problems: number }): Promise<void> {
  const units = Array.from({ length: howMany }, (_, i) => unitOf(area, i));
  const sites = units.map((unit) => siteOf(area, unit));
  const columns = sites.flatMap((site) => [
    columnOf(site, 'news', '工作动态', 'P14D'),
    columnOf(site, 'interpretation', '政策解读', 'P6M'),
  ]);
  const register: Register = { areas: [area], units, sites, columns, accounts: [] };
  await writeRegister(db, register);
  if (sites.length === 0) return;
  await putPeriod(db, { ...parsePeriod('2022-12'), areaId: area.id, cutoff: TODAY, closedAt: null });
  await replaceVerdicts(db, area.id, '2022-12', sites.map(verdictOf));
  const judgement = {
    areaId: area.id,
    id: `j ${area.id}`,
    day: TODAY,
    sheet: 'langxi-2022/1',
    digest: 'd',
    madeAt: instantOf(TODAY, '09:00'),
  };
  await insertJudgement(db, judgement, [...columns.map(lookAt), ...sites.slice(0, 1).map(warningsAbout)]);
  const entries = Array.from({ length: problems }, (_, i) => history(area, sites[i % sites.length] as Site, i));
  await appendToLedger(db, [], {
    opened: entries.map(({ problem, events }) => ({ problem, event: events[0] as ProblemEvent })),
    events: entries.flatMap(({ events }) => events.slice(1)),
  });
}

function unitOf(area: Area, i: number): Unit {
  const name = `${area.name.slice(-1)}${BUREAUS[i % BUREAUS.length]}局${i < BUREAUS.length ? '' : `第${Math.floor(i / BUREAUS.length)}分局`}`;
  return {
    ...{ id: unitId(area.id, name), areaId: area.id, name, kind: 'department', group: '直属部门', aliases: [], namePlates: [] },
    ...{ parentId: null, order: i, activeFrom: null, activeTo: null },
  };
}

function siteOf(area: Area, unit: Unit): Site {
  const url = `http://${unit.id.slice(-6)}.city.example/`;
  return {
    ...{ type: 'site', id: siteId(area.id, 'disclosure_site', unit.name, url), areaId: area.id, unitId: unit.id, url },
    ...{ kind: 'disclosure_site', name: `${unit.name}信息公开网`, states: [{ state: 'in_operation', from: '2019-01-01' }] },
  };
}

const columnOf = (site: Site, kind: Column['class'], name: string, limit: Column['limit']): Column => ({
  ...{ id: columnId(site.id, [name]), siteId: site.id, unitId: site.unitId, parentId: null, path: [name], url: `${site.url}${kind}/` },
  ...{ class: kind, limit, level: 1, minimumPerYear: null, activeFrom: null, activeTo: null },
});

const verdictOf = ({ areaId: of, id }: Site, i: number): PeriodVerdict => ({
  ...{ areaId: of, periodId: '2022-12', channelId: id, verdict: i % 4 === 1 ? 'fail' : 'pass', reasons: [], carryOver: 'none' },
  ...{ failedInARow: 0, score: null, coverage: { run: 20, due: 22 }, inBase: true, outside: null, sheet: 'langxi-2022/1' },
});

/** Long past its limit, past it, near it, fresh. */
function lookAt(column: Column, i: number) {
  const limit = column.limit as string;
  const left = [-130, -3, 4, 90][i % 4] as number;
  const lastUpdate = addDays(TODAY, left - daysBetween(TODAY, lastDayWithin(TODAY, limit)));
  const measured = { limit, lastUpdate, dueOn: addDays(TODAY, left), days: daysBetween(lastUpdate, TODAY) };
  return observation(column.id, { channelId: column.siteId, checkId: 'column-overdue', verdict: left < 0 ? 'fail' : 'pass', measured });
}

/** What fails nobody: a column near its limit, and a word that only the closed list may read. */
function warningsAbout({ id, name }: Site) {
  const warning = (category: 'column_due_soon' | 'serious_misstatement', text: string) => ({
    ...{ level: 'warning' as const, category, fingerprint: `${category} ${id}`, evidence: ['f1'], text, measured: {} },
    place: { type: 'site' as const, id, label: name, url: null },
  });
  const findings = [warning('column_due_soon', `“工作动态”栏目距更新时限不足7天`), warning('serious_misstatement', '疑似表述不当，待复核')];
  return observation(id, { channelId: id, subjectType: 'site', checkId: 'column-due-soon', findings });
}

/** Waiting for the office, handed over and late, handed over and in time, answered, closed. */
function history(area: Area, site: Site, i: number) {
  const found: CalendarDate = `2022-${i % 2 === 0 ? '11' : '12'}-${String(1 + (i % 18)).padStart(2, '0')}`;
  const unit = { by: { role: 'unit' as const, unitId: site.unitId, name: '王某' } };
  const handed = i % 5 === 1 ? '2022-12-19' : '2022-12-26';
  const acts: Parameters<typeof tell>[1][] = [
    ['found', 'machine', found],
    ['confirmed', 'office', '2022-12-19'],
    ['handed_over', 'office', handed],
    ['reported_fixed', 'unit', '2022-12-26', { ...unit, reason: '已更新，请复核。' }],
    ['rechecked_fixed', 'office', '2022-12-26'],
    ['closed', 'office', '2022-12-27'],
  ];
  return tell(
    {
      ...{ id: `p_${area.id}_${i}`, areaId: area.id, unitId: site.unitId, channelId: site.id, fingerprint: `f ${i}` },
      ...{ category: i % 7 === 6 ? 'serious_misstatement' : 'column_overdue', placeLabel: '工作动态', placeUrl: `${site.url}news/` },
      ...{ text: `“工作动态”栏目超过两周未更新（第${i + 1}条）`, measured: { limit: 'P14D' }, firstFoundOn: found, recurrenceOf: null },
    },
    ...acts.slice(0, [2, 3, 3, 4, 6][i % 5]),
  );
}
