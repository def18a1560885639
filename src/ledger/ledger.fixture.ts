import { type CalendarDate, instantOf } from '../core/date.ts';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { type ActDraft, apply } from './apply.ts';
import { deadlineData, makeDeadline } from './deadline.ts';
import { problemId } from './entry.ts';
import type { Act, Actor, Problem, ProblemEvent, Role } from './event.ts';
import type { LedgerEntry, LedgerFinding, LedgerObservation, ReconcileInput } from './reconcile-input.ts';

export const AREA = 'area_1';

export function actor(role: Role, unitId: string | null = role === 'unit' ? 'unit_a' : null): Actor {
  return { role, unitId, name: `${role}甲` };
}

export function problem(over: Partial<Problem> = {}): Problem {
  const base: Problem = {
    id: '',
    areaId: AREA,
    unitId: 'unit_a',
    channelId: 'site_a',
    category: 'column_overdue',
    fingerprint: 'fp_a',
    placeLabel: '政府领导',
    placeUrl: null,
    text: '“政府领导”栏目超过1年未更新',
    measured: { lastUpdate: '2021-10-01', limit: 'P1Y' },
    firstFoundOn: '2022-11-25',
    recurrenceOf: null,
    ...over,
  };
  return { ...base, id: over.id ?? problemId(base.areaId, base.fingerprint, base.firstFoundOn) };
}

const DATA: Partial<Record<Act, (day: CalendarDate) => ProblemEvent['data']>> = {
  found: () => ({ check: 'column-overdue', subject: 'column_a', evidence: ['fact_1'] }),
  handed_over: (day) => deadlineData(makeDeadline({ kind: 'working_days', days: 5 }, day, WORK_CALENDAR, '通报要求')),
  exempted: () => ({ until: '2023-06-30' }),
  merged: () => ({ into: 'problem_other' }),
};

export function draft(act: Act, role: Role, day: CalendarDate, over: Partial<ActDraft> = {}): ActDraft {
  return { act, day, at: instantOf(day, '09:00'), by: actor(role), reason: '理由', data: DATA[act]?.(day) ?? {}, ...over };
}

/** Applies acts in turn: `tell(problem(), ['found', 'machine', '2022-11-25'], …)`. */
export function tell(p: Problem, ...acts: readonly [Act, Role, CalendarDate, Partial<ActDraft>?][]): LedgerEntry {
  return { problem: p, events: more([], p, ...acts) };
}

/** Adds further acts to events. */
export function more(
  events: readonly ProblemEvent[],
  p: Problem,
  ...acts: readonly [Act, Role, CalendarDate, Partial<ActDraft>?][]
): ProblemEvent[] {
  const done = [...events];
  for (const [act, role, day, over] of acts) done.push(apply(p, done, draft(act, role, day, over)));
  return done;
}

export function finding(over: Partial<LedgerFinding> = {}): LedgerFinding {
  const { category, fingerprint, text, measured, placeLabel } = problem();
  return {
    level: 'problem',
    category,
    fingerprint,
    text,
    measured,
    evidence: ['fact_2'],
    place: { label: placeLabel, url: null },
    ...over,
  };
}

export function observation(over: Partial<LedgerObservation> = {}): LedgerObservation {
  return { channelId: 'site_a', subjectId: 'column_a', checkId: 'column-overdue', verdict: 'pass', findings: [], ...over };
}

export function run(day: CalendarDate, over: Partial<ReconcileInput> = {}): ReconcileInput {
  return {
    areaId: AREA,
    entries: [],
    observations: [],
    unitOf: () => 'unit_a',
    day,
    at: instantOf(day, '08:00'),
    machine: '明察',
    lastCutoff: null,
    calendar: WORK_CALENDAR,
    ...over,
  };
}
