import type { Scope } from '../../core/role.ts';
import { lateWorkingDays } from '../../ledger/report.ts';
import { newestReports, type RectificationReport } from '../../store/rectify-reports.ts';
import { type App, loadCalendar } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { reportAbout, reportChoices } from './report-about.ts';
import { unitReports } from './unit-reports.ts';

/** How a unit's report stands (扫描件状态). */
const REPORT_STATES = {
  answers_missing: '尚有问题未反馈',
  ready: '可以上报',
  returned: '按期上报',
  late: '逾期上报',
} as const;
type ReportState = keyof typeof REPORT_STATES;

/** A unit that has to hand in a report, and how that stands. */
export interface ReportLine {
  unit: { id: string; name: string };
  problems: number;
  answered: number;
  missing: { id: string; text: string; place: string }[];
  due: string | null;
  state: { code: ReportState; name: string };
  /** Working days it is late: when it came, or by today. */
  lateWorkingDays: number;
  returned: { at: string; day: string; by: string; fileName: string; bytes: number; hash: string; version: number } | null;
}

/** Who has handed in the sealed report on a notice or a period, who has not and what is missing (seeds P07). */
export async function viewReports(app: App, areaId: string, asked: { about: string | null; scope: Scope }) {
  const area = await areaOf(app, areaId);
  const choices = await reportChoices(app, areaId, asked.scope.units);
  const about = asked.about ?? choices[0]?.about ?? null;
  if (about === null) return { area: area.name, choices, about: null, title: null, today: await todayOf(app, areaId), rows: [] };
  const matter = await reportAbout(app, areaId, about);
  return {
    area: area.name,
    choices,
    about,
    title: matter.title,
    today: await todayOf(app, areaId),
    rows: await reportLines(app, areaId, matter, asked.scope),
  };
}

/** Problems without an answer that a page spells out; a unit may have thousands. */
const SPELLED_OUT = 3;

/** A line as pages show it. */
export const shownLine = ({ missing, ...line }: ReportLine) => ({
  ...line,
  missing: missing.slice(0, SPELLED_OUT),
  missingCount: missing.length,
});

/** How many units stand how. */
export const statesOf = (rows: readonly ReportLine[]) =>
  Object.entries(REPORT_STATES).map(([code, name]) => ({ code, name, count: rows.filter(({ state }) => state.code === code).length }));

async function reportLines(app: App, areaId: string, matter: Awaited<ReturnType<typeof reportAbout>>, scope: Scope): Promise<ReportLine[]> {
  const [today, calendar, kept] = await Promise.all([
    todayOf(app, areaId),
    loadCalendar(app.db),
    newestReports(app.db, areaId, [matter.id]),
  ]);
  const byUnit = new Map(kept.map((report) => [report.unitId, report]));
  return (await unitReports(app, areaId, matter, scope)).map(({ unit, problems, due }) => {
    const returned = byUnit.get(unit.id) ?? null;
    const missing = problems.filter((problem) => problem.missing);
    const state: ReportState = returned
      ? returned.lateWorkingDays > 0
        ? 'late'
        : 'returned'
      : missing.length > 0
        ? 'answers_missing'
        : 'ready';
    return {
      unit: { id: unit.id, name: unit.name },
      problems: problems.length,
      answered: problems.filter(({ answer }) => answer !== null).length,
      missing: missing.map(({ id, text, place }) => ({ id, text, place })),
      due,
      state: { code: state, name: REPORT_STATES[state] },
      lateWorkingDays: returned?.lateWorkingDays ?? lateWorkingDays(due, today, calendar),
      returned: returned && returnedLine(returned),
    };
  });
}

const returnedLine = ({ at, day, byName, fileName, bytes, blob, version }: RectificationReport) => ({
  ...{ at, day, by: byName, fileName, bytes, hash: blob, version },
});
