import { describe, expect, it } from 'vitest';
import type { Verdict } from '../core/verdict.ts';
import type { Act, Role } from './event.ts';
import { actor, finding, more, observation, problem, run, tell } from './ledger.fixture.ts';
import { project } from './project.ts';
import { reconcile } from './reconcile.ts';
import type { LedgerEntry, ReconcileInput } from './reconcile-input.ts';

type Step = [Act, Role, string, { data: Record<string, string> }?];
const FOUND: Step = ['found', 'machine', '2022-11-25'];
const CONFIRMED: Step = ['confirmed', 'office', '2022-11-25'];
const HANDED: Step = ['handed_over', 'office', '2022-11-28']; // due 2022-12-05
const RECEIVED: Step = ['received', 'unit', '2022-11-29'];
const REPORTED: Step = ['reported_fixed', 'unit', '2022-12-02'];
const NOT: Step = ['rechecked_not', 'machine', '2022-12-06'];
const PARTLY: Step = ['rechecked_partly', 'office', '2022-12-06'];
const FIXED: Step = ['rechecked_fixed', 'machine', '2022-12-06'];
const CLOSED: Step = ['closed', 'office', '2022-12-07'];
const p = problem();
const told = (...steps: readonly Step[]): LedgerEntry => tell(p, ...steps);

const seen = observation({ verdict: 'fail', findings: [finding()] });
const runWith = (day: string, entry: LedgerEntry, observations = [seen], over: Partial<ReconcileInput> = {}) =>
  reconcile(run(day, { entries: [entry], observations, ...over }));

describe('a finding that is still there', () => {
  it.each<[string, readonly Step[], string, string | null, readonly Act[]]>([
    ['not confirmed yet', [FOUND], '2022-11-28', null, []],
    ['not handed over yet', [FOUND, CONFIRMED], '2022-12-27', null, []],
    ['on the last permitted day', [FOUND, CONFIRMED, HANDED], '2022-12-05', null, []],
    ['on the day after', [FOUND, CONFIRMED, HANDED], '2022-12-06', null, ['rechecked_not']],
    ['received, deadline past', [FOUND, CONFIRMED, HANDED, RECEIVED], '2022-12-06', null, ['rechecked_not']],
    ['on the day of the unit’s report', [FOUND, CONFIRMED, HANDED, REPORTED], '2022-12-02', null, []],
    ['the day after the unit’s report', [FOUND, CONFIRMED, HANDED, REPORTED], '2022-12-05', null, ['rechecked_not']],
    ['rechecked in this period', [FOUND, CONFIRMED, HANDED, NOT], '2022-12-27', '2022-11-27', []],
    ['rechecked in the period before only', [FOUND, CONFIRMED, HANDED, NOT], '2023-01-27', '2022-12-27', ['rechecked_not']],
    ['half done, as a person found', [FOUND, CONFIRMED, HANDED, PARTLY], '2023-01-27', '2022-12-27', ['rechecked_partly']],
    ['disputed', [FOUND, CONFIRMED, HANDED, ['disputed', 'unit', '2022-12-01']], '2022-12-27', null, []],
    ['rechecked as fixed, dates unchanged', [FOUND, CONFIRMED, HANDED, FIXED], '2022-12-27', null, ['rechecked_not']],
    ['struck off, dates unchanged', [FOUND, CONFIRMED, HANDED, FIXED, CLOSED], '2023-03-01', null, ['reopened']],
    [
      'exemption over',
      [FOUND, CONFIRMED, ['exempted', 'office', '2022-12-01', { data: { until: '2022-12-26' } }]],
      '2022-12-27',
      null,
      ['reopened'],
    ],
  ])('continues the same problem: %s', (_name, steps, day, lastCutoff, acts) => {
    const entry = told(...steps);
    const out = runWith(day, entry, [seen], { lastCutoff });
    expect(out.events.map(({ act }) => act)).toEqual(acts);
    expect(out.opened).toEqual([]);
    expect(out.continued).toEqual([{ problemId: p.id, finding: finding() }]);
    for (const event of out.events) expect(event).toMatchObject({ seq: entry.events.length + 1, data: { evidence: ['fact_2'] } });
    // The same run again has nothing to add.
    const again = runWith(day, { problem: p, events: [...entry.events, ...out.events] }, [seen], { lastCutoff });
    expect(again.events).toEqual([]);
    expect(again.opened).toEqual([]);
  });

  it.each<[string, readonly Step[]]>([
    ['struck off', [FOUND, CONFIRMED, HANDED, FIXED, CLOSED]],
    ['rechecked as fixed, not yet struck off', [FOUND, CONFIRMED, HANDED, FIXED]],
  ])('is a new problem linked to the old when it had been updated in between: %s', (_name, steps) => {
    const later = observation({ verdict: 'fail', findings: [finding({ measured: { lastUpdate: '2021-12-20', limit: 'P1Y' } })] });
    const out = runWith('2022-12-27', told(...steps), [later]);
    expect(out.events).toEqual([]);
    expect(out.opened).toHaveLength(1);
    expect(out.opened[0]?.problem).toMatchObject({ recurrenceOf: p.id, firstFoundOn: '2022-12-27', fingerprint: p.fingerprint });
    expect(out.opened[0]?.problem.id).not.toBe(p.id);
  });

  it.each<[string, readonly Step[], string]>([
    ['rejected', [FOUND, ['rejected', 'office', '2022-11-28']], 'rejected'],
    ['withdrawn', [FOUND, CONFIRMED, HANDED, ['disputed', 'unit', '2022-11-29'], ['withdrawn', 'office', '2022-11-30']], 'withdrawn'],
    ['exempted, on the last day', [FOUND, CONFIRMED, ['exempted', 'office', '2022-12-01', { data: { until: '2022-12-27' } }]], 'exempted'],
  ])('is said but not raised again: %s', (_name, steps, why) => {
    const out = runWith('2022-12-27', told(...steps));
    expect(out).toMatchObject({ events: [], opened: [], continued: [], suppressed: [{ problemId: p.id, why }] });
  });

  it('is a new matter after a rejection once its dates are others', () => {
    const later = observation({ verdict: 'fail', findings: [finding({ measured: { lastUpdate: '2021-12-20', limit: 'P1Y' } })] });
    const out = runWith('2022-12-27', told(FOUND, ['rejected', 'office', '2022-11-28']), [later]);
    expect(out.opened[0]?.problem.recurrenceOf).toBeNull();
    expect(out.suppressed).toEqual([]);
  });
});

describe('a finding that is gone', () => {
  const other = observation({ verdict: 'fail', findings: [finding({ fingerprint: 'fp_other' })] });
  it.each<[string, readonly Step[], readonly Act[]]>([
    ['confirmed', [FOUND, CONFIRMED], ['rechecked_fixed']],
    ['handed over', [FOUND, CONFIRMED, HANDED], ['rechecked_fixed']],
    ['reported as fixed', [FOUND, CONFIRMED, HANDED, REPORTED], ['rechecked_fixed']],
    ['found unfixed before', [FOUND, CONFIRMED, HANDED, NOT], ['rechecked_fixed']],
    ['disputed: the office answers, not a run', [FOUND, CONFIRMED, HANDED, ['disputed', 'unit', '2022-12-01']], []],
    ['fixed already', [FOUND, CONFIRMED, HANDED, FIXED], []],
    ['struck off', [FOUND, CONFIRMED, HANDED, FIXED, CLOSED], []],
  ])('is rechecked as fixed: %s', (_name, steps, acts) => {
    for (const answer of [observation(), other]) {
      const out = runWith('2022-12-27', told(...steps), [answer]);
      expect(out.events.map(({ act }) => act)).toEqual(acts);
      expect(out.unverified).toEqual([]);
    }
  });

  it.each<[string, Verdict | null]>([
    ['was not run', 'not-run'],
    ['cannot tell', 'cannot-tell'],
    ['does not apply', 'not-applicable'],
    ['is not in the run', null],
  ])('changes nothing when the check %s', (_name, verdict) => {
    const entry = told(FOUND, CONFIRMED, HANDED);
    const out = runWith('2022-12-27', entry, verdict ? [observation({ verdict })] : []);
    expect(out).toMatchObject({ events: [], unverified: [p.id] });
  });

  it('is not cleared by another check, nor by the same check on another subject', () => {
    const others = [observation({ checkId: 'column-empty' }), observation({ subjectId: 'column_b' })];
    expect(runWith('2022-12-27', told(FOUND, CONFIRMED, HANDED), others).unverified).toEqual([p.id]);
  });

  it('leaves what a person entered to persons', () => {
    const byHand = told(['found', 'office', '2022-11-25', { data: {} }], HANDED);
    expect(runWith('2022-12-27', byHand, [observation()])).toMatchObject({ events: [], unverified: [p.id] });
  });

  it('tells the office that a suspicion has vanished', () => {
    expect(runWith('2022-11-28', told(FOUND), [observation()])).toMatchObject({ events: [], vanished: [p.id], unverified: [] });
    expect(runWith('2022-11-28', told(FOUND), [])).toMatchObject({ events: [], vanished: [], unverified: [p.id] });
  });

  it('is struck off in the name of the office where the office asked for it', () => {
    const autoClose = { categories: ['column_overdue'] as const, by: actor('office') };
    const out = runWith('2022-12-27', told(FOUND, CONFIRMED, HANDED), [observation()], { autoClose });
    expect(out.events.map(({ act, seq, by }) => [act, seq, by.role])).toEqual([
      ['rechecked_fixed', 4, 'machine'],
      ['closed', 5, 'office'],
    ]);
    const notAsked = { categories: ['broken_link'] as const, by: actor('office') };
    expect(runWith('2022-12-27', told(FOUND, CONFIRMED, HANDED), [observation()], { autoClose: notAsked }).events).toHaveLength(1);
  });
});

describe('a run', () => {
  it('opens what is new as suspected, with check, subject and evidence', () => {
    const out = reconcile(run('2022-12-27', { observations: [seen] }));
    expect(out.opened).toHaveLength(1);
    const [first] = out.opened;
    expect(first?.problem).toMatchObject({ unitId: 'unit_a', channelId: 'site_a', firstFoundOn: '2022-12-27', recurrenceOf: null });
    expect(first?.event.data).toEqual({ check: 'column-overdue', subject: 'column_a', evidence: ['fact_2'] });
    expect(project([first?.event as never]).status).toBe('suspected');
  });

  it('marks what it found on a day that is not worked', () => {
    const out = reconcile(run('2022-12-25', { observations: [seen] }));
    expect(out.opened[0]?.event.data.marks).toEqual(['发现日期2022-12-25不是工作日，请核对']);
  });

  it('prints warnings and keeps them, and notes, out of the ledger', () => {
    const warning = finding({ level: 'warning', category: 'column_due_soon', fingerprint: 'fp_soon' });
    const note = finding({ level: 'note', fingerprint: 'fp_note' });
    const out = reconcile(run('2022-12-27', { observations: [observation({ findings: [warning, note] })] }));
    expect(out).toMatchObject({ opened: [], events: [], warnings: [warning] });
  });

  it('never turns a finding against its own dates into a problem', () => {
    const slip = finding({ category: 'account_stale', measured: { lastUpdate: '2020-02-11', limit: 'P14D' } });
    const out = reconcile(run('2020-02-17', { observations: [observation({ verdict: 'fail', findings: [slip] })] }));
    expect(out).toMatchObject({ opened: [], contradicted: [{ finding: slip, days: 6 }] });
  });

  it('refuses a finding without evidence as a fault of the check', () => {
    const bare = observation({ verdict: 'fail', findings: [finding({ evidence: [] })] });
    expect(() => reconcile(run('2022-12-27', { observations: [bare] }))).toThrow(/column-overdue 的发现.*没有证据/);
  });

  it('takes a finding that two checks report once', () => {
    const twice = [seen, observation({ checkId: 'another', verdict: 'fail', findings: [finding()] })];
    expect(reconcile(run('2022-12-27', { observations: twice })).opened).toHaveLength(1);
  });

  it('does not depend on the order of looking', () => {
    const many = ['c', 'a', 'b'].map((id) =>
      observation({ subjectId: id, verdict: 'fail', findings: [finding({ fingerprint: `fp_${id}` })] }),
    );
    expect(reconcile(run('2022-12-27', { observations: [...many].reverse() }))).toEqual(
      reconcile(run('2022-12-27', { observations: many })),
    );
  });

  it('goes by the latest problem of a fingerprint and leaves its history alone', () => {
    const old = told(FOUND, CONFIRMED, HANDED, FIXED, CLOSED);
    const next = problem({ firstFoundOn: '2022-12-20', recurrenceOf: p.id, measured: { lastUpdate: '2021-12-15', limit: 'P1Y' } });
    const entries = [tell(next, ['found', 'machine', '2022-12-20'], ['confirmed', 'office', '2022-12-20']), old];
    const again = observation({ verdict: 'fail', findings: [finding({ measured: next.measured })] });
    expect(reconcile(run('2022-12-27', { entries, observations: [again] }))).toMatchObject({
      opened: [],
      events: [],
      continued: [{ problemId: next.id }],
    });
    const fixed = reconcile(run('2022-12-27', { entries, observations: [observation()] }));
    expect(fixed.events.map(({ problemId, act }) => [problemId, act])).toEqual([[next.id, 'rechecked_fixed']]);
  });

  it('refuses to write behind what the ledger already holds', () => {
    expect(() => runWith('2022-12-05', told(FOUND, CONFIRMED, HANDED, NOT), [observation()])).toThrow(/早于台账上一次记录2022-12-06/);
  });

  it('keeps ids through a machine reopening that the office confirms', () => {
    const entry = told(FOUND, CONFIRMED, HANDED, FIXED, CLOSED);
    const [reopened] = runWith('2022-12-27', entry).events;
    const events = more([...entry.events, reopened as never], p, ['confirmed', 'office', '2022-12-27']);
    expect(project(events)).toMatchObject({ status: 'confirmed', reopenings: 1 });
  });
});
