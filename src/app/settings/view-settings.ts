import { CATEGORIES } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { WORK_CALENDAR, workCalendar } from '../../core/work-calendar.ts';
import { checkWorkYear, type WorkYear } from '../../core/work-calendar-year.ts';
import { loadTemplates } from '../../notice/load-templates.ts';
import { unsureFigures } from '../../sheets/figure.ts';
import { EVIDENCE_MARKS } from '../../sheets/schema.ts';
import { listAreas } from '../../store/areas.ts';
import { listUnits } from '../../store/units.ts';
import { listWorkYears, putWorkYear } from '../../store/work-years.ts';
import { UNIT_KIND_NAMES, UNIT_KINDS } from '../../subjects/unit.ts';
import { type AreaSettings, readAreaSettings } from '../area-settings.ts';
import { rulesFor } from '../judge/rules.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areasOf } from '../people/callers.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { profilesThere } from './change-settings.ts';

/** Years shown before the present one. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 1;

/** 地区设置 with what there is to choose from, and the working days of this year and those beside it. */
export async function viewSettings(app: App, areaId: string) {
  const area = await areaOf(app, areaId);
  const settings = await readAreaSettings(app.db, areaId);
  const units = (await listUnits(app.db, areaId)).filter(({ activeTo }) => activeTo === null);
  return {
    area: area.name,
    simulated: settings.clock === 'simulated',
    settings,
    workYears: await workYearsAround(app, Number((await todayOf(app, areaId)).slice(0, 4))),
    unsureFigures: await unsureFiguresOf(settings, await todayOf(app, areaId)),
    choices: {
      profiles: profilesThere(),
      templates: [...(await loadTemplates()).values()].map(({ id, name, periods }) => ({ id, name, periods: [...periods] })),
      categories: Object.entries(CATEGORIES).map(([code, name]) => ({ code, name })),
      kinds: UNIT_KINDS.map((code) => ({ code, name: UNIT_KIND_NAMES[code] })),
      groups: [...new Set(units.flatMap(({ group }) => group ?? []))],
      units: units.map(({ name }) => name),
    },
  };
}

/** Figures to be compared with the official text. Where no sheet is in force today there are none: the page must open, for there it is mended. */
async function unsureFiguresOf(settings: AreaSettings, today: CalendarDate) {
  const rules = await rulesFor(settings, today).catch((error: unknown) => {
    if (error instanceof MingchaError && error.code === 'not-found') return null;
    throw error;
  });
  return (rules === null ? [] : unsureFigures(rules.sheet)).map(({ key, clause, condition, points, each, mark }) => ({
    ...{ key, clause: clause.id, title: clause.title, condition, points, each },
    mark: EVIDENCE_MARKS[mark],
  }));
}

/** 放假安排 by year; a year without one is there with nothing known. */
async function workYearsAround(app: App, year: number) {
  const rows = await listWorkYears(app.db);
  const entered = new Set(rows.map((row) => row.year));
  const calendar = workCalendar(rows);
  return Array.from({ length: YEARS_BACK + 1 + YEARS_AHEAD }, (_, i) => {
    const one = year - YEARS_BACK + i;
    const known = calendar.years.get(one);
    return {
      year: one,
      known: known !== undefined,
      entered: entered.has(one),
      shipped: WORK_CALENDAR.years.has(one),
      source: known?.source ?? null,
      unsure: known?.mark === 'memory',
      holidays: [...(known?.holidays ?? [])],
      workdays: [...(known?.workdays ?? [])],
    };
  });
}

/**
 * Keeps the working days of a year: they hold for every area of the installation, so only who keeps all of them may enter them.
 * Throws 'not-allowed' for the administrator of a part, 'bad-input' naming every wrong day.
 */
export async function saveWorkYear(app: App, row: Omit<WorkYear, 'mark'>, by: Pick<Caller, 'areaId'>): Promise<void> {
  const own = await areasOf(app, by);
  if (own !== null && (await listAreas(app.db)).some(({ id }) => !own.has(id)))
    throw new MingchaError('not-allowed', '工作日历由本系统所有地区共用，只能由全系统的管理员登记。', '请联系全系统的管理员。');
  await putWorkYear(app.db, checkWorkYear({ ...row, mark: 'operator' }));
}
