import { addDays, type CalendarDate } from '../../../core/date.ts';
import { parsePeriod, periodOf } from '../../../core/period.ts';
import type { Scope } from '../../../core/role.ts';
import { isWorkingDay } from '../../../core/work-calendar.ts';
import { PROBLEM_STATUS_CODES, waitsForUnit } from '../../../ledger/status.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { countLate, type DaySpan, exemptionsEnding, problemsDue, tasksDue } from '../../../store/pictures-deadlines.ts';
import { viewReportCalendar } from '../../notices/report-calendar.ts';
import { type App, loadCalendar } from '../../open.ts';
import { areaOf, todayOf } from '../area-of.ts';
import { columnsNow } from './columns-now.ts';
import { isComing } from './freshness-columns.ts';

/** What falls due, in the order in which one day lists it. */
export const DEADLINE_KINDS = {
  problems: '问题整改',
  tasks: '通报要求',
  reports: '通报和报告',
  columns: '栏目更新',
  exemptions: '豁免到期',
} as const;
export type DeadlineKind = keyof typeof DEADLINE_KINDS;

/** One line of a day. `id`: of the problem or notice it opens, where it is one. */
interface Entry {
  day: CalendarDate;
  kind: DeadlineKind;
  count: number;
  text: string;
  id: string | null;
  provisional: boolean;
  /** Of several areas: to which of them it falls, the most first. */
  areas?: { code: string; name: string; count: number }[];
}

const NAMED = 3;
const WAITING = PROBLEM_STATUS_CODES.filter(waitsForUnit);

/** 期限日历 of a month: what is due on each day, and what was due before today and is still owed, whenever that was. */
export async function viewDeadlines(app: App, areaId: string, scope: Scope, monthId: string | undefined) {
  await areaOf(app, areaId);
  const today = await todayOf(app, areaId);
  const month = monthId === undefined ? periodOf('month', today) : parsePeriod(monthId);
  const span = { from: month.from, to: month.to };
  const calendar = await loadCalendar(app.db);
  const [problems, late, tasks, reports, columns, exemptions] = await Promise.all([
    problemEntries(app, areaId, scope, span),
    countLate(app.db, areaId, scope, WAITING, today),
    taskEntries(app, areaId, scope, span.to > today ? span.to : today),
    reportEntries(app, areaId, scope),
    columnEntries(app, areaId, scope),
    exemptionEntries(app, areaId, scope, span),
  ]);
  const within = ({ day }: Entry): boolean => day >= span.from && day <= span.to;
  const owed = ({ day }: Entry): boolean => day < today;
  const days = Array.from({ length: Number(month.to.slice(8)) }, (_, i) => addDays(month.from, i));
  return {
    today,
    month: { id: month.id, label: month.label, from: month.from, to: month.to },
    waiting: WAITING,
    kinds: Object.entries(DEADLINE_KINDS).map(([code, name]) => ({ code, name })),
    days: days.map((day) => ({ day, working: isWorkingDay(day, calendar).working })),
    entries: [...problems, ...tasks.filter(within), ...reports.filter(within), ...columns.filter(within), ...exemptions],
    late: { problems: late, tasks: tasks.filter(owed), reports: reports.filter(owed) },
  };
}

async function problemEntries(app: App, areaId: string, scope: Scope, span: DaySpan): Promise<Entry[]> {
  const rows = await problemsDue(app.db, areaId, scope, WAITING, span);
  return [...groupBy(rows, ({ day }) => day)].map(([day, units]) => ({
    day,
    kind: 'problems',
    count: units.reduce((n, { count }) => n + count, 0),
    text: `${units
      .slice(0, NAMED)
      .map(({ unitName, count }) => `${unitName}${count}个`)
      .join('、')}${units.length > NAMED ? `等${units.length}家` : ''}`,
    id: null,
    provisional: units.some(({ provisional }) => provisional),
  }));
}

async function taskEntries(app: App, areaId: string, scope: Scope, to: CalendarDate): Promise<Entry[]> {
  return (await tasksDue(app.db, areaId, scope, to)).map(({ day, noticeId, heading, open, provisional }) => ({
    day,
    kind: 'tasks',
    count: open,
    text: heading,
    id: noticeId,
    provisional,
  }));
}

/** Reports are owed by the office; whoever sees only its own has none of them. */
async function reportEntries(app: App, areaId: string, scope: Scope): Promise<Entry[]> {
  if (scope.units !== null || scope.categories !== null) return [];
  const { rows } = await viewReportCalendar(app, areaId);
  return rows
    .filter(({ issued }) => issued === null)
    .map(({ due, period, name, note }) => ({
      day: due,
      kind: 'reports',
      count: 1,
      text: `${period.label}${name}`,
      id: null,
      provisional: note !== null,
    }));
}

async function columnEntries(app: App, areaId: string, scope: Scope): Promise<Entry[]> {
  const { columns } = await columnsNow(app, areaId, scope);
  const coming = columns.filter(isComing);
  return [...groupBy(coming, ({ dueOn }) => dueOn as CalendarDate)].map(([day, due]) => ({
    day,
    kind: 'columns',
    count: due.length,
    text: `${new Set(due.map(({ unitId }) => unitId)).size}家单位的栏目到更新时限`,
    id: null,
    provisional: false,
  }));
}

async function exemptionEntries(app: App, areaId: string, scope: Scope, span: DaySpan): Promise<Entry[]> {
  return (await exemptionsEnding(app.db, areaId, scope, span)).map(({ day, problemId, unitName, placeLabel }) => ({
    day,
    kind: 'exemptions',
    count: 1,
    text: `${unitName}：${placeLabel}`,
    id: problemId,
    provisional: false,
  }));
}
