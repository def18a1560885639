import { describe, expect, it } from 'vitest';
import { random } from '../../tests/support/random-ledger.ts';
import { addDays, type CalendarDate, instantOf } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import { periodOf } from '../core/period.ts';
import { apply } from './apply.ts';
import { closePeriod } from './close-period.ts';
import { ACTS, type Problem, type ProblemEvent, ROLES } from './event.ts';
import { actor, draft, finding, more, observation, problem, run } from './ledger.fixture.ts';
import { advance, type Projection, project, projectAsOf } from './project.ts';
import { reconcile } from './reconcile.ts';
import type { LedgerEntry, LedgerObservation } from './reconcile-input.ts';
import { inStock, PROBLEM_STATUS_CODES } from './status.ts';
import { type Span, type Stock, stockOf } from './stock.ts';

const START = '2022-09-01';
const OFFICE_ONLY = new Set(['upheld', 'withdrawn', 'exempted', 'closed']);

/** Someone tries something at random; what the ledger refuses does not happen. */
function attempt(p: Problem, events: readonly ProblemEvent[], pick: (below: number) => number): ProblemEvent | MingchaError {
  const act = ACTS[pick(ACTS.length)] as (typeof ACTS)[number];
  const role = ROLES[pick(ROLES.length)] as (typeof ROLES)[number];
  const last = events.at(-1)?.day ?? START;
  const day = events.length === 0 ? p.firstFoundOn : addDays(last, pick(6) - 1);
  const by = actor(role, [null, 'unit_a', 'unit_b'][pick(3)] as string | null);
  const month = periodOf('month', addDays(day, -pick(40)));
  const takes = events.findLast((event) => event.act === 'withdrawn')?.seq ?? null;
  const isStatement = act === 'carried_over' || act === 'uncarried';
  const data = isStatement ? { data: { period: month.id, cutoff: month.to < day ? month.to : day, takes } } : {};
  try {
    return apply(p, events, draft(act, role, day, { by, ...(pick(4) === 0 ? { reason: null } : {}), ...data }));
  } catch (error) {
    if (error instanceof MingchaError) return error;
    throw error;
  }
}

function life(seed: number, steps: number): { entry: LedgerEntry; refusals: MingchaError[] } {
  const pick = random(seed);
  const p = problem({
    fingerprint: `fp_${seed}`,
    unitId: ['unit_a', 'unit_b'][pick(2)] as string,
    firstFoundOn: addDays(START, pick(60)),
  });
  const events: ProblemEvent[] = [];
  const refusals: MingchaError[] = [];
  for (let i = 0; i < steps; i += 1) {
    const result = attempt(p, events, pick);
    if (result instanceof MingchaError) refusals.push(result);
    else events.push(result);
  }
  return { entry: { problem: p, events }, refusals };
}

function expectEquation(stock: Stock): void {
  expect(stock.opening + stock.found + stock.reopened - stock.closed).toBe(stock.closing);
  expect(stock.closedAs.struckOff + stock.closedAs.withdrawn + stock.closedAs.exempted).toBe(stock.closed);
}

function expectStockOf(entries: readonly LedgerEntry[], span: Span): void {
  const { total, byUnit } = stockOf(entries, span);
  for (const stock of [total, ...byUnit.values()]) expectEquation(stock);
  for (const key of ['opening', 'found', 'reopened', 'closed', 'closing'] as const)
    expect([...byUnit.values()].reduce((sum, stock) => sum + stock[key], 0)).toBe(total[key]);
}

describe('any sequence of attempts', () => {
  const lives = Array.from({ length: 700 }, (_, seed) => life(seed, 130));
  const entries = lives.map(({ entry }) => entry).filter(({ events }) => events.length > 0);
  const allEvents = entries.flatMap(({ events }) => events);

  it('tries everything: every act and every state comes up', () => {
    expect(new Set(allEvents.map(({ act }) => act))).toEqual(new Set(ACTS));
    const states = entries.flatMap(({ events }) => events.map((_, i) => project(events.slice(0, i + 1)).status));
    expect(new Set(states)).toEqual(new Set(PROBLEM_STATUS_CODES));
  });

  it('leaves a ledger that reads the same at once and step by step, with numbers without gaps and days in order', () => {
    for (const { events } of entries) {
      let state: Projection | null = null;
      for (const [i, event] of events.entries()) {
        expect(event.seq).toBe(i + 1);
        expect(event.day >= (events[i - 1]?.day ?? event.day)).toBe(true);
        state = advance(state, event);
      }
      expect(project(events)).toEqual(state);
      expect(projectAsOf(events, '9999-12-31')).toEqual(state);
    }
  });

  it('never lets anyone act out of their role or recheck their own unit', () => {
    for (const { problem: p, events } of entries)
      for (const { act, by } of events) {
        if (OFFICE_ONLY.has(act)) expect(by.role).toBe('office');
        if (by.role === 'unit') expect(by.unitId).toBe(p.unitId);
        if (act.startsWith('rechecked') && by.unitId !== null) expect(by.unitId).not.toBe(p.unitId);
      }
  });

  it('refuses in Chinese with a next step, for a reason of the closed list', () => {
    const refusals = lives.flatMap((each) => each.refusals);
    expect(refusals.length).toBeGreaterThan(1000);
    const isSaid = (words: string): boolean => /\p{Script=Han}/u.test(words);
    const bad = refusals.filter(({ code, message, next }) => !['refused', 'bad-input'].includes(code) || !isSaid(message) || !isSaid(next));
    expect(bad).toEqual([]);
  });

  it('keeps the stock equation for every unit over any spans, and the spans join', () => {
    const pick = random(7);
    let after: CalendarDate | null = null;
    let closing = 0;
    for (let cutoff = addDays(START, 5); cutoff < '2023-12-31'; cutoff = addDays(cutoff, 1 + pick(40))) {
      expectStockOf(entries, { after, cutoff });
      const { total } = stockOf(entries, { after, cutoff });
      expect(total.opening).toBe(closing);
      ({ closing } = total);
      after = cutoff;
    }
  });
});

/** A column that is updated now and then; overdue when its last update is more than 30 days back. */
function look(seed: number, day: CalendarDate, pick: (below: number) => number): LedgerObservation {
  const rhythm = 20 + (seed % 7) * 9;
  const lastUpdate = addDays(START, Math.floor((Date.parse(day) - Date.parse(START)) / 86_400_000 / rhythm) * rhythm);
  const subject = { subjectId: `column_${seed}`, channelId: `site_${seed % 5}` };
  if (pick(10) === 0) return observation({ ...subject, verdict: pick(2) ? 'not-run' : 'cannot-tell' });
  if (day <= addDays(lastUpdate, 30)) return observation({ ...subject, verdict: 'pass' });
  return observation({
    ...subject,
    verdict: 'fail',
    findings: [finding({ fingerprint: `fp_${seed}`, measured: { lastUpdate, limit: 'P30D' } })],
  });
}

/** The office confirms and hands over what is open to it, now and then. */
function officeWork({ problem: p, events }: LedgerEntry, day: CalendarDate, pick: (below: number) => number): LedgerEntry {
  const { status } = project(events);
  if (status === 'suspected' && pick(3)) return { problem: p, events: more(events, p, ['confirmed', 'office', day]) };
  if (status === 'confirmed' && pick(2)) return { problem: p, events: more(events, p, ['handed_over', 'office', day]) };
  if (status === 'rechecked_ok' && pick(2)) return { problem: p, events: more(events, p, ['closed', 'office', day]) };
  return { problem: p, events };
}

describe('half a year of runs over a changing world', () => {
  it.each([1, 2, 3, 4, 5])('keeps one live problem per finding, ids, and the equation (seed %i)', (seed) => {
    const pick = random(seed);
    let entries: LedgerEntry[] = [];
    let lastCutoff: CalendarDate | null = null;
    const reopenedOrLinked = new Set<string>();
    for (let day = addDays(START, 3); day < '2023-03-01'; day = addDays(day, 1 + pick(3))) {
      const observations = Array.from({ length: 25 }, (_, i) => look(i, day, pick));
      const input = run(day, { entries, observations, lastCutoff, unitOf: (_, channel) => `unit_${channel}` });
      const out = reconcile(input);
      entries = entries.map((e) => ({ ...e, events: [...e.events, ...out.events.filter(({ problemId }) => problemId === e.problem.id)] }));
      entries.push(...out.opened.map(({ problem: p, event }) => ({ problem: p, events: [event] })));
      for (const { problem: p } of out.opened) if (p.recurrenceOf) reopenedOrLinked.add(p.id);
      const again = reconcile({ ...input, entries });
      expect([again.opened, again.events]).toEqual([[], []]);
      expect(new Set(entries.map(({ problem: p }) => p.id)).size).toBe(entries.length);

      entries = entries.map((entry) => officeWork(entry, day, pick));
      const live = entries.filter(({ events }) => inStock(project(events).status) && project(events).status !== 'rechecked_ok');
      expect(new Set(live.map(({ problem: p }) => p.fingerprint)).size).toBe(live.length);

      const month = periodOf('month', day);
      if (lastCutoff === null ? day >= month.to : periodOf('month', lastCutoff).id < month.id && day.slice(8) >= '25') {
        const span = { after: lastCutoff, cutoff: day };
        const closed = closePeriod(entries, { ...span, period: month.id, day, at: instantOf(day, '18:00'), by: actor('office') });
        expect(closed.events).toHaveLength(closed.stock.closing);
        expectStockOf(entries, span);
        entries = entries.map((e) => ({
          ...e,
          events: [...e.events, ...closed.events.filter(({ problemId }) => problemId === e.problem.id)],
        }));
        lastCutoff = day;
      }
    }
    expect(reopenedOrLinked.size).toBeGreaterThan(5);
    expect(lastCutoff).not.toBeNull();
  });
});
