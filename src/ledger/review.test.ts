import { describe, expect, it } from 'vitest';
import { instantOf } from '../core/date.ts';
import { carryOverState } from './carry-over.ts';
import { finding, more, observation, problem, run, tell } from './ledger.fixture.ts';
import { wholeOf, whyNotMergeable } from './merged.ts';
import { project, projectAsOf } from './project.ts';
import { reconcile } from './reconcile.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import type { ProblemStatus } from './status.ts';
import { stockOf } from './stock.ts';
import { stoodIn } from './stood.ts';

const DAY = '2022-12-20';
const NEXT = '2022-12-21';
const found = (fingerprint: string) => tell(problem({ fingerprint, firstFoundOn: DAY }), ['found', 'machine', DAY]);
const reviewed = (fingerprint: string, act: 'confirmed' | 'rejected' | 'exempted') => {
  const { problem: p, events } = found(fingerprint);
  return { problem: p, events: more(events, p, [act, 'office', DAY]) };
};
const merged = (fingerprint: string, into: string): LedgerEntry => {
  const { problem: p, events } = found(fingerprint);
  return { problem: p, events: more(events, p, ['merged', 'centre', DAY, { data: { into } }]) };
};

describe('a decision of the desk taken back', () => {
  it.each(['confirmed', 'rejected', 'merged', 'exempted'] as const)('%s leads back to the suspicion, and all four may follow', (act) => {
    const { problem: p, events } = found('fp_1');
    const back = more(events, p, [act, 'office', DAY], ['undone', 'office', DAY]);
    const { seq, ...state } = project(back);
    const { seq: first, ...before } = project(events);
    expect(state).toEqual(before);
    expect([first, seq]).toEqual([1, 3]);
    expect(project(more(back, p, ['confirmed', 'centre', DAY])).status).toBe('confirmed');
  });

  it('is as if it had not been in the stock', () => {
    const { problem: p, events } = found('fp_1');
    const slip = { problem: p, events: more(events, p, ['confirmed', 'office', DAY], ['undone', 'office', DAY]) };
    const span = { after: null, cutoff: '2022-12-27' };
    expect(stockOf([slip], span).total).toMatchObject({ found: 0, closed: 0, closing: 0 });
    expect(stoodIn(slip, span)).toBe(false);
    const again = { problem: p, events: more(slip.events, p, ['confirmed', 'office', DAY]) };
    expect(stockOf([again], span).total).toMatchObject({ found: 1, reopened: 0, closed: 0, closing: 1 });
  });

  const { problem: p, events } = reviewed('fp_1', 'confirmed');
  it.each([
    ['by another person', { by: { role: 'office', unitId: null, name: '别人' } }, /不能由他人撤回/],
    ['by another of the same name', { data: { user: 'u2' } }, /不能由他人撤回/],
    ['on the day after', { at: instantOf(NEXT, '09:00') }, /只能撤回当天/],
    ['counted for another day', { day: NEXT, at: instantOf(NEXT, '09:00') }, /只能撤回当天/],
  ] as const)('is refused %s', (_name, over, words) => {
    expect(() => more(events, p, ['undone', 'office', DAY, over])).toThrow(words);
  });

  it('is refused once the problem has gone on', () => {
    const handed = more(events, p, ['handed_over', 'office', DAY]);
    expect(() => more(handed, p, ['undone', 'office', DAY])).toThrow(/不能撤回/);
    const carried = more(events, p, ['carried_over', 'office', DAY, { data: { period: '2022-12', cutoff: DAY } }]);
    expect(() => more(carried, p, ['undone', 'office', DAY])).toThrow(/不是对发现的复核/);
  });
});

describe('merging', () => {
  it.each<[ProblemStatus, string, boolean]>([
    ['suspected', 'unit_a', true],
    ['confirmed', 'unit_a', true],
    ['not_rectified', 'unit_a', true],
    ['rechecked_ok', 'unit_a', false],
    ['closed', 'unit_a', false],
    ['rejected', 'unit_a', false],
    ['merged', 'unit_a', false],
    ['confirmed', 'unit_b', false],
  ])('into a problem that is %s, of %s: %s', (status, unitId, may) => {
    const into = { ...problem({ fingerprint: 'fp_2', unitId }), status };
    expect(whyNotMergeable(problem(), into) === null).toBe(may);
  });

  it('never into itself, and never without saying into what or why', () => {
    const { problem: p, events } = found('fp_1');
    expect(whyNotMergeable(p, { ...p, status: 'suspected' })).toMatch(/自己/);
    expect(() => more(events, p, ['merged', 'office', DAY, { data: { into: p.id } }])).toThrow(/自己/);
    expect(() => more(events, p, ['merged', 'office', DAY, { data: {} }])).toThrow(/并入哪个/);
    expect(() => more(events, p, ['merged', 'office', DAY, { reason: ' ' }])).toThrow(/理由/);
  });

  it('counts once: the merged finding stands in no stock and no notice', () => {
    const whole = reviewed('fp_1', 'confirmed');
    const part = merged('fp_2', whole.problem.id);
    const span = { after: null, cutoff: '2022-12-27' };
    expect(stockOf([whole, part], span).total).toMatchObject({ found: 1, closing: 1 });
    expect([whole, part].map((entry) => stoodIn(entry, span))).toEqual([true, false]);
    expect(carryOverState([part], '2022-12', span).state).toBe('none');
  });

  it('follows the chain, and stops where a broken one closes', () => {
    const a = merged('fp_1', problem({ fingerprint: 'fp_2', firstFoundOn: DAY }).id);
    const b = merged('fp_2', problem({ fingerprint: 'fp_3', firstFoundOn: DAY }).id);
    const c = found('fp_3');
    const byId = (...entries: LedgerEntry[]) => new Map(entries.map((entry) => [entry.problem.id, entry]));
    expect(wholeOf(a, byId(a, b, c))).toBe(c);
    const back = merged('fp_2', a.problem.id);
    expect(wholeOf(a, byId(a, back))).toBe(back);
    expect(wholeOf(a, byId(a))).toBe(a);
  });
});

describe('a run over merged findings', () => {
  const due = { due: '2022-12-26' };
  const handed = ((): LedgerEntry => {
    const { problem: p, events } = reviewed('fp_1', 'confirmed');
    return { problem: p, events: more(events, p, ['handed_over', 'office', DAY, { data: due }]) };
  })();
  const part = merged('fp_2', handed.problem.id);
  const seen = (...fingerprints: string[]) => [
    observation({ verdict: 'fail', findings: fingerprints.map((fingerprint) => finding({ fingerprint })) }),
  ];

  it('takes the merged one for the problem it went into, once', () => {
    const day = '2022-12-28';
    const { events, opened, continued } = reconcile(run(day, { entries: [handed, part], observations: seen('fp_1', 'fp_2') }));
    expect(opened).toEqual([]);
    expect(events).toMatchObject([{ problemId: handed.problem.id, act: 'rechecked_not' }]);
    expect(continued.map(({ problemId }) => problemId)).toEqual([handed.problem.id, handed.problem.id]);
  });

  it('does not hold it for fixed while the merged one is still seen', () => {
    const { events } = reconcile(run('2022-12-24', { entries: [handed, part], observations: seen('fp_2') }));
    expect(events).toEqual([]);
    const gone = reconcile(run('2022-12-24', { entries: [handed, part], observations: [observation({ verdict: 'pass' })] }));
    expect(gone.events.map(({ act }) => act)).toEqual(['rechecked_fixed']);
  });

  it('is a new matter where the whole has long been struck off', () => {
    const { problem: p, events } = handed;
    const closed = { problem: p, events: more(events, p, ['rechecked_fixed', 'centre', DAY], ['closed', 'office', DAY]) };
    const later = { ...finding({ fingerprint: 'fp_2' }), measured: { lastUpdate: '2023-06-01', limit: 'P14D' } };
    const observations = [observation({ verdict: 'fail', findings: [later] })];
    const { opened } = reconcile(run('2023-07-01', { entries: [closed, part], observations }));
    expect(opened).toMatchObject([{ problem: { recurrenceOf: p.id } }]);
  });

  it('an exemption from the desk silences the machine until its end', () => {
    const excused = reviewed('fp_1', 'exempted');
    const during = reconcile(run('2023-06-30', { entries: [excused], observations: seen('fp_1') }));
    expect([during.events, during.suppressed.map(({ why }) => why)]).toEqual([[], ['exempted']]);
    const after = reconcile(run('2023-07-01', { entries: [excused], observations: seen('fp_1') }));
    expect(after.events).toMatchObject([{ act: 'reopened' }]);
    expect(projectAsOf([...excused.events, ...after.events], '2023-07-01')?.status).toBe('suspected');
  });
});
