import { type CalendarDate, daysBetween } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import { latestJudgement } from '../../store/judgements.ts';
import { countChannelsByArea, waitingByArea } from '../../store/views-areas.ts';
import { viewReportCalendar } from '../notices/report-calendar.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { viewReports } from '../rectify/view-reports.ts';
import { viewUnitPosts } from '../responsibility/unit-posts.ts';
import { type AreaSeen, wholeRange } from './range.ts';

/** How far the office of an area and of each below it is with its year: every number is that of the area's own page. */
export async function viewAreasWork(app: App, areaId: string, caller: Pick<Caller, 'role' | 'scope'>) {
  const { seen, scope } = await wholeRange(app, areaId, caller);
  const ids = seen.map(({ id }) => id);
  const [channels, waiting, offices] = await Promise.all([
    countChannelsByArea(app.db, ids),
    waitingByArea(app.db, ids, scope, ['suspected', 'confirmed']),
    Promise.all(seen.map((area) => officeWork(app, area))),
  ]);
  return {
    rows: seen.map(({ id, name, today }, i) => {
      const inStatus = (status: 'suspected' | 'confirmed') => {
        const found = waiting.find((row) => row.areaId === id && row.status === status);
        return { count: found?.count ?? 0, days: found ? daysSince(found.since, today) : 0 };
      };
      const { sites = 0, accounts = 0 } = channels.get(id) ?? {};
      const work = offices[i] as (typeof offices)[number];
      return { ...{ id, name, sites, accounts, toReview: inStatus('suspected'), toHandOver: inStatus('confirmed') }, ...work };
    }),
  };
}

async function officeWork(app: App, { id, today, scope }: AreaSeen) {
  const [judgement, reports, scans, posts] = await Promise.all([
    latestJudgement(app.db, id, today),
    reportsOwed(app, id),
    scansOwed(app, id, scope),
    viewUnitPosts(app, id, scope),
  ]);
  return {
    judged: judgement ? { day: judgement.day, days: daysSince(judgement.day, today) } : null,
    ...{ reports, scans },
    posts: { units: posts.counts.units, noPerson: posts.counts.noPerson },
  };
}

/** 报送日历 in short. */
async function reportsOwed(app: App, areaId: string) {
  const { rows } = await viewReportCalendar(app, areaId);
  const next = rows.filter(({ issued }) => issued === null).toSorted((a, b) => a.due.localeCompare(b.due))[0];
  // Those that were issued stand last, the newest of them first.
  const last = rows.find(({ issued }) => issued !== null);
  return {
    late: rows.filter(({ state }) => state.code === 'late').length,
    next: next ? { label: next.period.label, name: next.name, due: next.due } : null,
    last: last?.issued ? { label: last.period.label, name: last.name, on: last.issued.on, late: last.issued.late } : null,
  };
}

/** 整改情况扫描件 on the newest notice that asked for them. */
async function scansOwed(app: App, areaId: string, scope: Scope) {
  const { about, title, rows } = await viewReports(app, areaId, { about: null, scope });
  if (about === null || title === null) return null;
  const missing = rows.filter(({ returned }) => returned === null);
  const late = missing.filter(({ lateWorkingDays }) => lateWorkingDays > 0).length;
  return { about, title, owed: rows.length, missing: missing.length, late };
}

const daysSince = (day: CalendarDate, today: CalendarDate): number => Math.max(0, daysBetween(day, today));
