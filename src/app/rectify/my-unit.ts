import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import type { WorkCalendar } from '../../core/work-calendar.ts';
import { expectedToday, type Nearness, nearnessOf, type UnitMove, unitMove } from '../../ledger/expected.ts';
import { workingDaysPast } from '../../ledger/reminder.ts';
import { PROBLEM_STATUS_CODES, waitsForUnit } from '../../ledger/status.ts';
import { countByDue } from '../../store/rectify.ts';
import { listUnits } from '../../store/units.ts';
import { listLedger } from '../../store/views-ledger.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { viewTasks } from '../notices/notice-tasks.ts';
import { type App, loadCalendar } from '../open.ts';
import { withSubUnits } from '../people/callers.ts';
import { promptsAsked } from '../prompts/my-prompts.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { problemLine } from '../views/problems.ts';
import { viewNearLimits } from './near-limits.ts';
import { owedMatters } from './report-about.ts';
import { shownLine, viewReports } from './view-reports.ts';

/** Open problems one page shows; a unit with more has other worries than the next page. */
const MOST = 300;
const WITH_UNIT = PROBLEM_STATUS_CODES.filter(waitsForUnit);
/** What the unit has done and the office not yet looked at or struck off. */
const WITH_OFFICE = ['rectified', 'disputed', 'rechecked_ok'] as const;

/**
 * 本单位: what is expected of a unit today in one sentence, its problems by due day, sub-units included (seeds U08), what waits
 * for the office, sealed reports and tasks. @throws not-found for a unit the area does not have.
 */
export async function viewMyUnit(app: App, areaId: string, unitId: string, { withheld }: Pick<Scope, 'withheld'> = {}) {
  await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表里选择。');
  const own = withSubUnits(units, unitId);
  const scope: Scope = { units: own, categories: null, ...(withheld ? { withheld } : {}) };
  const [today, calendar] = await Promise.all([todayOf(app, areaId), loadCalendar(app.db)]);
  const asked = {
    categories: [],
    unitIds: own,
    scope: { ...WHOLE_AREA, ...(withheld ? { withheld } : {}) },
    kinds: [],
    channelIds: [],
    words: null,
    overdue: null,
  };
  const inOrder = { sort: 'due', descending: false, limit: MOST, offset: 0 } as const;
  const [counts, limits, mine, theirs, reports, tasks, prompts] = await Promise.all([
    countByDue(app.db, areaId, { statuses: WITH_UNIT, scope }),
    viewNearLimits(app, areaId, { scope, today, units }),
    listLedger(app.db, areaId, { ...asked, ...inOrder, statuses: WITH_UNIT }),
    listLedger(app.db, areaId, { ...asked, ...inOrder, statuses: [...WITH_OFFICE] }),
    owedReports(app, areaId, unitId, scope),
    viewTasks(app, areaId, scope, { state: 'open' }),
    promptsAsked(app, areaId, scope, []),
  ]);
  // Many problems share a day: it is told once.
  const days = new Map<CalendarDate | null, { near: Nearness; when: string }>();
  for (const { dueOn } of mine.rows)
    if (!days.has(dueOn)) days.set(dueOn, { near: nearnessOf(dueOn, today, calendar), when: dueWords(dueOn, today, calendar) });
  const problems = mine.rows.map((line) => ({
    ...problemLine(line, today),
    move: unitMove(line.status) as UnitMove,
    ...(days.get(line.dueOn) as { near: Nearness; when: string }),
  }));
  return {
    unit: { id: unit.id, name: printedUnitName(unit), subUnits: own.length - 1 },
    today,
    sentence: expectedToday(
      {
        problems: counts.map(({ status, dueOn, count }) => ({ move: unitMove(status) as UnitMove, due: dueOn, count })),
        reports: reports.filter(({ returned }) => returned === null).map(({ due }) => ({ due })),
        tasks: tasks.rows.map(({ dueOn }) => ({ due: dueOn })),
        prompts: prompts.open.map(({ dueOn }) => ({ due: dueOn })),
        limits: limits.rows,
      },
      today,
      calendar,
    ),
    problems,
    total: mine.total,
    limits: { judgedOn: limits.judgedOn, rows: limits.rows.map((row) => ({ ...row, when: daysWords(row.daysLeft) })) },
    waiting: { total: theirs.total, rows: theirs.rows.map((line) => problemLine(line, today)) },
    reports,
    tasks: tasks.rows,
    prompts: prompts.open.map(({ id, heading, kind, unit, dueOn, overdue, receivedAt }) => ({
      ...{ id, heading, kind: kind.name, unit: unit.name, dueOn, overdue },
      received: receivedAt !== null,
    })),
  };
}

/** Sealed reports on the newest notices that handed something over to the unit, and on the months the office asked it about. */
async function owedReports(app: App, areaId: string, unitId: string, scope: Scope) {
  const choices = await owedMatters(app, areaId, scope.units);
  const views = await Promise.all(choices.map(({ about }) => viewReports(app, areaId, { about, scope })));
  return views.flatMap(({ about, title, rows }) =>
    rows.filter(({ unit }) => unit.id === unitId).map((row) => ({ ...shownLine(row), about, title })),
  );
}

/** Limits of columns and accounts are counted in calendar days. */
const daysWords = (left: number): string => (left === 0 ? '今天是最后一天' : `还有${left}天`);

/** 今天到期, 还有3个工作日, 已逾期2个工作日. */
function dueWords(due: CalendarDate | null, today: CalendarDate, calendar: WorkCalendar): string {
  if (due === null) return '未定期限';
  if (due === today) return '今天到期';
  const past = workingDaysPast(due, today, calendar);
  if (due < today) return past === 0 ? '期限已过' : `已逾期${past}个工作日`;
  return past === 0 ? '期限在本个休息日内' : `还有${-past}个工作日`;
}
