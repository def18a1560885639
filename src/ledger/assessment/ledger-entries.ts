import { addDays, type CalendarDate, chineseDate, daysBetween } from '../../core/date.ts';
import type { Problem, StateAct } from '../event.ts';
import { advance, neverWas, type Projection, project } from '../project.ts';
import { type ProblemStatus, waitsForUnit } from '../status.ts';
import { entryOf, type ScoreEntry } from './entry.ts';
import type { AssessmentItem } from './scheme.ts';

/** Days that count: from the first to the last, both included. */
export interface CountedDays {
  from: CalendarDate;
  to: CalendarDate;
}

/** A problem as far as a year's score reads it, with all its acts. */
export interface ScoredProblem {
  problem: Pick<Problem, 'id' | 'unitId' | 'text' | 'firstFoundOn'>;
  events: readonly StateAct[];
}

interface Step {
  before: Projection | null;
  event: StateAct;
  after: Projection;
}

/** A unit has said that it is fixed, or it was accepted as fixed: only then does a recheck fail. */
const CLAIMED: readonly ProblemStatus[] = ['rectified', 'rechecked_ok', 'closed'];

/** Steps of a history up to a day, reckoned once however many items of a scheme ask for them. */
const reckoned = new WeakMap<ScoredProblem, { to: CalendarDate; steps: readonly Step[] }>();
function stepsOf(entry: ScoredProblem, to: CalendarDate): readonly Step[] {
  const before = reckoned.get(entry);
  if (before?.to === to) return before.steps;
  const steps = reckonSteps(entry, to);
  reckoned.set(entry, { to, steps });
  return steps;
}

/** Up to a day. Problems that turned out to be none cost nothing, whenever that was found: a year is scored when it is over. */
function reckonSteps({ events }: ScoredProblem, to: CalendarDate): readonly Step[] {
  const steps: Step[] = [];
  for (const event of events) {
    if (event.day > to) break;
    const before = steps.at(-1)?.after ?? null;
    steps.push({ before, event, after: advance(before, event) });
  }
  const then = steps.at(-1)?.after;
  const last = steps.length === events.length ? then : undefined;
  return then === undefined || neverWas(then) || neverWas(last ?? project(events)) ? [] : steps;
}

/**
 * 复查不合格 (seeds P06): a recheck that found not fixed, or only partly, what the unit reported fixed or the office had struck off.
 * A machine that sees the same open problem again is no failed recheck.
 */
export function recheckEntries(ledger: readonly ScoredProblem[], item: AssessmentItem, { from, to }: CountedDays): ScoreEntry[] {
  return ledger.flatMap((entry) =>
    stepsOf(entry, to).flatMap(({ before, event }): ScoreEntry[] => {
      const failed = event.act === 'rechecked_not' || event.act === 'rechecked_partly';
      if (!failed || event.day < from || before === null || !CLAIMED.includes(before.status)) return [];
      const partly = event.act === 'rechecked_partly';
      const points = partly ? item.milder : item.points;
      if (points <= 0) return [];
      const reason = `${chineseDate(event.day)}复查${partly ? '整改不彻底' : '未整改'}：${entry.problem.text}`;
      return [of(item, entry, event, points, reason)];
    }),
  );
}

/** 超期未整改: points for every calendar day past the limit on which the next move was the unit's; one entry a hand-over. */
export function overdueEntries(ledger: readonly ScoredProblem[], item: AssessmentItem, days: CountedDays): ScoreEntry[] {
  const dayBefore = addDays(days.from, -1);
  return ledger.flatMap((entry) =>
    lateDays(stepsOf(entry, days.to), dayBefore, days.to).map(({ order, due, late }) =>
      of(item, entry, order, late * item.points, `应于${chineseDate(due)}前整改，超期 ${late} 天：${entry.problem.text}`),
    ),
  );
}

/** 逾期才整改: once for every hand-over whose fix was reported, or first seen, after its last day. */
export function lateEntries(ledger: readonly ScoredProblem[], item: AssessmentItem, { from, to }: CountedDays): ScoreEntry[] {
  return ledger.flatMap((entry) => {
    let order: StateAct | null = null;
    const entries: ScoreEntry[] = [];
    for (const { event, before } of stepsOf(entry, to)) {
      if (event.act === 'handed_over') order = event;
      const fixed = event.act === 'reported_fixed' || event.act === 'rechecked_fixed';
      if (!fixed || order === null || !before) continue;
      const { due } = before;
      if (waitsForUnit(before.status) && due !== null && event.day > due && event.day >= from)
        entries.push(
          of(item, entry, order, item.points, `${chineseDate(event.day)}才整改，期限是${chineseDate(due)}：${entry.problem.text}`),
        );
      order = null;
    }
    return entries;
  });
}

function lateDays(
  steps: readonly Step[],
  dayBefore: CalendarDate,
  to: CalendarDate,
): { order: StateAct; due: CalendarDate; late: number }[] {
  const orders: { order: StateAct; due: CalendarDate; late: number }[] = [];
  let order: StateAct | null = null;
  steps.forEach(({ event, after }, i) => {
    if (event.act === 'handed_over') order = event;
    const { due, status } = after;
    if (order === null || due === null || !waitsForUnit(status)) return;
    const until = steps[i + 1]?.event.day ?? to;
    // A day late is one that ended late: the limit itself is in time, and so is what came before the year.
    const since = [due, event.day, dayBefore].reduce((a, b) => (a > b ? a : b));
    const late = daysBetween(since, until);
    if (late <= 0) return;
    const known = orders.find((one) => one.order === order);
    if (known) known.late += late;
    else orders.push({ order, due, late });
  });
  return orders;
}

function of(item: AssessmentItem, { problem }: ScoredProblem, event: StateAct, points: number, reason: string): ScoreEntry {
  const { id: problemId, unitId } = problem;
  const basis = { kind: 'problem', problemId, seq: event.seq } as const;
  return entryOf(item, [problemId, String(event.seq)], { unitId, day: event.day, points, reason, basis });
}
