import { describe, expect, it } from 'vitest';
import type { Act, Role } from './event.ts';
import { finding, more, observation, problem, run, tell } from './ledger.fixture.ts';
import { project } from './project.ts';
import { reconcile } from './reconcile.ts';
import type { LedgerEntry, LedgerFinding } from './reconcile-input.ts';
import { inStock } from './status.ts';
import { stockOf } from './stock.ts';

type Step = [Act, Role, string];
const FILED: Step = ['found', 'unit', '2022-11-01'];
const FIXED: Step = ['reported_fixed', 'unit', '2022-11-01'];
const own = problem({ firstFoundOn: '2022-11-01' });
const told = (...steps: readonly Step[]): LedgerEntry => tell(own, ...steps);
const lookAt = (day: string, entry: LedgerEntry, found: LedgerFinding = finding()) =>
  reconcile(run(day, { entries: [entry], observations: [observation({ verdict: 'fail', findings: [found] })] }));
const grown = (entry: LedgerEntry, out: ReturnType<typeof reconcile>): LedgerEntry => ({
  problem: entry.problem,
  events: [...entry.events, ...out.events],
});

describe('a problem its unit found first (主动巡网, seeds M20)', () => {
  it('filed and fixed on day 1, found by the machine on day 3: the same problem, the unit’s own, held against nobody', () => {
    const entry = told(FILED, FIXED);
    const out = lookAt('2022-11-03', entry);
    expect(out.opened).toEqual([]);
    expect(out.events.map(({ act, by, reason }) => [act, by.role, reason])).toEqual([
      ['found', 'machine', '单位已先自查发现，不作为新问题'],
    ]);
    const state = project(grown(entry, out).events);
    expect(state).toMatchObject({
      status: 'self_fixed',
      selfFound: true,
      foundOn: '2022-11-01',
      alsoFoundOn: '2022-11-03',
      everInStock: false,
    });
    expect(inStock(state.status)).toBe(false);
    expect(stockOf([grown(entry, out)], { after: '2022-10-27', cutoff: '2022-11-27' }).total).toMatchObject({ found: 0, closing: 0 });
    // Seen again the next day it is not written down again.
    expect(lookAt('2022-11-04', grown(entry, out)).events).toEqual([]);
  });

  it('found by the office on day 3 joins as well', () => {
    expect(project(more(told(FILED, FIXED).events, own, ['found', 'office', '2022-11-03'])).status).toBe('self_fixed');
  });

  // 2022-11-01 is a Tuesday: five working days end on Tuesday 8 November.
  it.each<[string, readonly Step[], string, Act]>([
    ['the last of its five working days', [FILED, FIXED], '2022-11-08', 'found'],
    ['the day after, still there', [FILED, FIXED], '2022-11-09', 'reopened'],
    ['the day after, never said to be fixed', [FILED], '2022-11-09', 'reopened'],
  ])('%s', (_, steps, day, act) => {
    const entry = told(...steps);
    const out = lookAt(day, entry);
    expect(out.events.map((event) => event.act)).toEqual([act]);
    expect(project(grown(entry, out).events)).toMatchObject({
      status: act === 'found' ? (steps.length > 1 ? 'self_fixed' : 'self_found') : 'suspected',
      selfFound: true,
    });
  });

  it('updated since and lapsed again months later is a new problem linked to the old', () => {
    const out = lookAt('2023-03-01', told(FILED, FIXED), finding({ measured: { lastUpdate: '2022-11-01', limit: 'P3M' } }));
    expect(out.opened.map(({ problem: { recurrenceOf } }) => recurrenceOf)).toEqual([own.id]);
  });

  it('joins by category and page what the machine knows by another fingerprint, one finding of it', () => {
    const url = 'http://www.a.gov.cn/x.html';
    const entry = tell(
      problem({ fingerprint: 'typed', placeUrl: `${url}/`, category: 'text_error', measured: {}, firstFoundOn: '2022-11-01' }),
      FILED,
    );
    const error = (fingerprint: string, page: string) =>
      finding({ fingerprint, category: 'text_error', measured: {}, place: { label: '通知', url: page } });
    const both = observation({
      verdict: 'fail',
      findings: [error('one', url), error('two', url), error('three', 'http://www.a.gov.cn/y.html')],
    });
    const out = reconcile(run('2022-11-03', { entries: [entry], observations: [both] }));
    expect(out.events.map(({ act, problemId }) => [act, problemId])).toEqual([['found', entry.problem.id]]);
    expect(out.opened.length).toBe(2);
  });

  it.each<[string, Step, string]>([
    ['the office takes it over', ['confirmed', 'office', '2022-11-02'], 'confirmed'],
    ['the office finds that it is none', ['rejected', 'office', '2022-11-02'], 'rejected'],
  ])('%s', (_, step, status) => {
    expect(project(told(FILED, step).events).status).toBe(status);
  });

  it('is no other unit’s to file or to fix', () => {
    const other = { by: { role: 'unit', unitId: 'unit_b', name: '乙' } } as const;
    expect(() => tell(own, ['found', 'unit', '2022-11-01', other])).toThrow(/本单位/);
    expect(() => tell(own, FILED, ['reported_fixed', 'unit', '2022-11-02', other])).toThrow(/本单位/);
  });
});
