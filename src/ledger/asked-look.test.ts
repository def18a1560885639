import { describe, expect, it } from 'vitest';
import { actOfLook, outcomeOfLook } from './asked-look.ts';
import { finding, observation, problem, tell } from './ledger.fixture.ts';
import { project } from './project.ts';

const p = problem();
const begun = [
  ['found', 'machine', '2022-11-25'],
  ['confirmed', 'office', '2022-11-25'],
  ['handed_over', 'office', '2022-11-28'],
] as const;
const stateOf = (...acts: Parameters<typeof tell>[1][]) =>
  project(tell(p, ...begun.map((one) => [...one] as Parameters<typeof tell>[1]), ...acts).events);

describe('a look that was asked for', () => {
  it.each([
    ['passes', [observation()], 'fixed'],
    ['fails by the same finding', [observation({ verdict: 'fail', findings: [finding()] })], 'not'],
    ['fails by another finding', [observation({ verdict: 'fail', findings: [finding({ fingerprint: 'other' })] })], 'fixed'],
    ['only warns', [observation({ findings: [finding({ level: 'warning' })] })], 'fixed'],
    ['cannot tell', [observation({ verdict: 'cannot-tell' })], 'unclear'],
    ['was not run', [observation({ verdict: 'not-run' })], 'unclear'],
    ['was about another column', [observation({ subjectId: 'column_b' })], 'unclear'],
    ['was about nothing', [], 'unclear'],
  ] as const)('%s', (_name, observations, outcome) => {
    expect(outcomeOfLook(p, stateOf(), observations).outcome).toBe(outcome);
  });

  const asked = { askedAt: '2022-12-01T02:00:00.000Z', claimedAt: null };
  it.each([
    ['before the deadline, still there', stateOf(), 'not', { ...asked, day: '2022-12-05' }, null],
    ['after the deadline, still there', stateOf(), 'not', { ...asked, day: '2022-12-06' }, 'rechecked_not'],
    ['gone', stateOf(), 'fixed', { ...asked, day: '2022-12-01' }, 'rechecked_fixed'],
    ['unclear', stateOf(), 'unclear', { ...asked, day: '2022-12-06' }, null],
    [
      'claimed before',
      stateOf(['reported_fixed', 'unit', '2022-11-30']),
      'not',
      { ...asked, day: '2022-12-01', claimedAt: '2022-12-01T02:00:00.000Z' },
      'rechecked_not',
    ],
    [
      'claimed after it was asked for',
      stateOf(['reported_fixed', 'unit', '2022-11-30']),
      'not',
      { ...asked, day: '2022-12-01', claimedAt: '2022-12-01T02:00:00.001Z' },
      null,
    ],
    ['disputed', stateOf(['disputed', 'unit', '2022-11-30']), 'fixed', { ...asked, day: '2022-12-01' }, null],
    [
      'fixed before, there again',
      stateOf(['rechecked_fixed', 'machine', '2022-11-30']),
      'not',
      { ...asked, day: '2022-12-01' },
      'rechecked_not',
    ],
    ['fixed before, still fixed', stateOf(['rechecked_fixed', 'machine', '2022-11-30']), 'fixed', { ...asked, day: '2022-12-01' }, null],
  ] as const)('%s', (_name, state, outcome, when, act) => {
    expect(actOfLook(state, outcome, when)).toBe(act);
  });
});
