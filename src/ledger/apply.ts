import { CATEGORIES } from '../core/category.ts';
import { type CalendarDate, dateAt, type Instant, isCalendarDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import { parsePeriod } from '../core/period.ts';
import { ACT_NAMES, type Act, type Actor, type Problem, type ProblemEvent, ROLE_NAMES } from './event.ts';
import { type Projection, project, projectByDay } from './project.ts';
import { REJECT_REASONS, WEAKNESSES } from './review-reasons.ts';
import { inStock, PROBLEM_STATUSES } from './status.ts';
import { actsFor, type Before, rolesFor, stateAfter } from './transitions.ts';

/** An act somebody wants to do. */
export interface ActDraft {
  act: Act;
  at: Instant;
  /** Day it counts for: the monitored day, not the day of typing. */
  day: CalendarDate;
  by: Actor;
  reason?: string | null;
  data?: ProblemEvent['data'];
}

const refused = (message: string, next: string): MingchaError => new MingchaError('refused', message, next);

const RECHECKS: readonly Act[] = ['rechecked_fixed', 'rechecked_partly', 'rechecked_not'];
const NEEDS_REASON: readonly Act[] = ['rejected', 'merged', 'disputed', 'upheld', 'withdrawn', 'exempted', 'rechecked_partly'];

function refuseByTable(from: Before, { act, by }: ActDraft): MingchaError {
  const status = from === 'new' ? '尚未登记' : PROBLEM_STATUSES[from];
  const roles = rolesFor(from, act);
  if (roles.length > 0)
    return refused(
      `${ROLE_NAMES[by.role]}不能${ACT_NAMES[act]}“${status}”的问题`,
      `请由${roles.map((role) => ROLE_NAMES[role]).join('、')}办理`,
    );
  const possible = actsFor(from, by.role).map((other) => ACT_NAMES[other]);
  return refused(
    `“${status}”的问题不能${ACT_NAMES[act]}`,
    possible.length ? `现在可以：${possible.join('、')}` : `${ROLE_NAMES[by.role]}现在无需办理`,
  );
}

function checkWho(problem: Problem, { act, by }: ActDraft): void {
  const own = by.unitId !== null && (by.unitId === problem.unitId || by.unitId === problem.atUnitId);
  if (by.role === 'unit' && !own) throw refused('责任单位只能办理本单位的问题', '请改由该问题的责任单位办理');
  if (RECHECKS.includes(act) && by.role !== 'unit' && own) throw refused('不得复核本单位的问题', '请由其他单位的人员复核');
}

function checkDays(problem: Problem, state: Projection | null, draft: ActDraft): void {
  if (!isCalendarDate(draft.day)) throw refused(`日期“${draft.day}”无效`, '日期应写成 2022-12-27 的形式');
  if (draft.day > dateAt(draft.at)) throw refused(`不能登记将来的日期${draft.day}`, '请填写今天或以前的日期');
  if (state && draft.day < state.lastActOn)
    throw refused(`日期${draft.day}早于台账上一次记录${state.lastActOn}`, `请填写${state.lastActOn}或以后的日期`);
  if (!state && draft.day !== problem.firstFoundOn)
    throw refused(`发现日期${draft.day}与问题登记的${problem.firstFoundOn}不一致`, '请改为同一天');
}

/** A day in the act's data that must not be before `least`. */
function checkDataDay(draft: ActDraft, key: string, least: CalendarDate, name: string): void {
  const value = draft.data?.[key];
  if (typeof value !== 'string' || !isCalendarDate(value))
    throw refused(`${ACT_NAMES[draft.act]}缺少${name}`, `请填写${name}，如 2022-12-27`);
  if (value < least) throw refused(`${name}${value}早于${least}`, `请填写${least}或以后的日期`);
}

function checkData(problem: Problem, events: readonly ProblemEvent[], state: Projection | null, draft: ActDraft): void {
  const { act, data = {} } = draft;
  if (NEEDS_REASON.includes(act) && !draft.reason?.trim()) throw refused(`${ACT_NAMES[act]}没有说明理由`, '请填写理由后再办理');
  if (act === 'found' && draft.by.role === 'machine' && !(Array.isArray(data.evidence) && data.evidence.length > 0))
    throw refused('系统发现的问题没有附上证据', '请先采集并保存证据');
  if (act === 'handed_over') checkDataDay(draft, 'due', draft.day, '整改期限');
  if (act === 'exempted') checkDataDay(draft, 'until', draft.day, '豁免截止日期');
  if (act === 'reopened' && draft.by.role === 'machine' && state?.exemptUntil && draft.day <= state.exemptUntil)
    throw refused(`豁免期到${state.exemptUntil}，期内不再认定`, '请在豁免期满后再查');
  if (act === 'carried_over') checkCarryOver(events, state, draft);
  if (act === 'uncarried') checkUncarried(events, state, draft);
  if (act === 'confirmed' && WEAKNESSES.includes(problem.category))
    throw refused(`“${CATEGORIES[problem.category]}”只是薄弱环节，不作问题认定`, `请以“${REJECT_REASONS.weakness}”不予认定，通报中另列`);
  if (act === 'merged') checkMerge(data.into, events);
  if (act === 'undone') checkUndone(events, state, draft);
}

/** Whether the other problem can take it in is for who sees both to say (`mergeable`). */
function checkMerge(into: unknown, [found]: readonly ProblemEvent[]): void {
  if (typeof into !== 'string' || into === '') throw refused('没有写明并入哪个问题', '请选择要并入的问题');
  if (into === found?.problemId) throw refused('不能并入它自己', '请选择同一单位的另一个问题');
}

/**
 * A decision of the desk is taken back by who made it, on the day it was made, while it is the last word: what others may
 * have built on it is answered by an act of its own.
 */
function checkUndone(events: readonly ProblemEvent[], state: Projection | null, { at, day, by, data }: ActDraft): void {
  const last = events.at(-1);
  if (!last || state?.suspicion === null) throw refused('最后一步不是对发现的复核，不能撤回', '请按现在的状态办理');
  const isOwn = last.by.role === by.role && last.by.name === by.name && (last.data.user ?? null) === (data?.user ?? null);
  if (!isOwn) throw refused(`这是${last.by.name}的复核，不能由他人撤回`, '请由复核人本人当天撤回；认定有误的，由政务公开办撤销或重新认定');
  if (dateAt(last.at) !== dateAt(at)) throw refused('只能撤回当天的复核', '认定有误的，由政务公开办撤销或重新认定');
  if (day !== last.day) throw refused(`撤回应计在${last.day}`, '请与所撤回的复核记同一天');
}

function checkCarryOver(events: readonly ProblemEvent[], state: Projection | null, draft: ActDraft): void {
  checkDataDay(draft, 'cutoff', events[0]?.day ?? draft.day, '结转截止日期');
  const { period, cutoff } = draft.data as { period?: unknown; cutoff: CalendarDate };
  const { kind, from, label } = parsePeriod(typeof period === 'string' ? period : '');
  const carried = (state?.carriedPeriods ?? []).map(parsePeriod);
  const other = carried.findLast((one) => one.kind !== kind);
  if (other)
    throw refused(
      `此前按${other.label}结转，不能改按${label}`,
      `同一地区的台账只按月或只按季度结转，请选择${other.kind === 'month' ? '月份' : '季度'}结账`,
    );
  // An earlier one may be closed after a later one: what was found in it and reviewed since stood at its cut-off too.
  if (carried.some((one) => one.from === from)) throw refused(`问题已结转到${label}`, '同一期只结转一次');
  const then = projectByDay(events, cutoff);
  if (!then || !inStock(then.status)) throw refused(`截至${cutoff}该问题不在存量中，不能结转`, '只结转截止日尚未销号的问题');
}

/** What a later period began with stands, so only the last one it was carried over in can be closed without it. */
function checkUncarried(events: readonly ProblemEvent[], state: Projection | null, draft: ActDraft): void {
  checkDataDay(draft, 'cutoff', events[0]?.day ?? draft.day, '结转截止日期');
  const { period, cutoff, takes } = draft.data as { period?: unknown; cutoff: CalendarDate; takes?: unknown };
  const { from, label } = parsePeriod(typeof period === 'string' ? period : '');
  const later = state?.carriedPeriods.find((one) => parsePeriod(one).from > from);
  if (later) throw refused(`问题已结转到${parsePeriod(later).label}，不能再从${label}的期末撤出`, '撤销计入办理撤销的当期');
  if (events.findLast(({ act }) => act === 'withdrawn')?.seq !== takes) throw refused('没有写明是哪一次撤销', '请重新结账');
  const then = projectByDay(events, cutoff);
  if (!then || !inStock(then.status)) throw refused(`截至${cutoff}该问题不在存量中，无需撤出`, '撤销已经计入本期');
}

/**
 * The next event of a problem, ready to append. `events` are all its events so far, none for a new problem.
 * @throws refused with the reason and the next step when the act is not this role's, not in this state, on another
 * unit's problem, a recheck of one's own unit, out of date order, or lacks what the act must carry.
 */
export function apply(problem: Problem, events: readonly ProblemEvent[], draft: ActDraft): ProblemEvent {
  const state = events.length === 0 ? null : project(events);
  const from: Before = state?.status ?? 'new';
  if (stateAfter(from, draft.act, draft.by.role) === null) throw refuseByTable(from, draft);
  checkWho(problem, draft);
  checkDays(problem, state, draft);
  checkData(problem, events, state, draft);
  return {
    problemId: problem.id,
    seq: (state?.seq ?? 0) + 1,
    act: draft.act,
    at: draft.at,
    day: draft.day,
    by: draft.by,
    reason: draft.reason?.trim() || null,
    data: draft.data ?? {},
  };
}
