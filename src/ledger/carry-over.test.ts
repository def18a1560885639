import { describe, expect, it } from 'vitest';
import { carryOverState } from './carry-over.ts';
import type { Act, Role } from './event.ts';
import { type draft, problem, tell } from './ledger.fixture.ts';
import type { LedgerEntry } from './reconcile-input.ts';

type Step = [Act, Role, string, Parameters<typeof draft>[3]?];
const CARRIED: Step = ['carried_over', 'office', '2022-11-28', { data: { period: '2022-11', cutoff: '2022-11-27' } }];
const HANDED: Step = ['handed_over', 'office', '2022-11-28']; // due 2022-12-05
const FIXED: Step = ['rechecked_fixed', 'machine', '2022-12-20'];
const CLOSED: Step = ['closed', 'office', '2022-12-21'];
const NOT: Step = ['rechecked_not', 'machine', '2022-12-27'];
const span = { after: '2022-11-27', cutoff: '2022-12-27' };

let count = 0;
function last(...steps: readonly Step[]): LedgerEntry {
  count += 1;
  return tell(
    problem({ fingerprint: `fp_${count}` }),
    ['found', 'machine', '2022-11-25'],
    ['confirmed', 'office', '2022-11-25'],
    CARRIED,
    ...steps,
  );
}
function byHand(...steps: readonly Step[]): LedgerEntry {
  count += 1;
  return tell(problem({ fingerprint: `fp_${count}` }), ['found', 'office', '2022-11-25', { data: {} }], CARRIED, ...steps);
}
const state = (...entries: readonly LedgerEntry[]) => carryOverState(entries, '2022-11', span).state;

describe('what became of last period’s problems (seeds V04)', () => {
  it.each([
    [0, 'not'],
    [1, 'partly'],
    [2, 'all-closed'],
  ])('%i of 2 closed: %s', (closed, expected) => {
    const two = [0, 1].map((i) => (i < closed ? last(HANDED, FIXED, CLOSED) : last(HANDED, NOT)));
    expect(state(...two)).toBe(expected);
  });

  it('is nothing where nothing was carried over from that period', () => {
    expect(state()).toBe('none');
    expect(carryOverState([last(HANDED, NOT)], '2022-10', span).state).toBe('none');
  });

  it('takes a recheck as fixed before the office has struck it off', () => {
    expect(state(last(HANDED, FIXED))).toBe('all-closed');
  });

  it('looks at the cut-off, not beyond', () => {
    const late = last(HANDED, NOT, ['rechecked_fixed', 'office', '2022-12-28'], ['closed', 'office', '2022-12-28']);
    expect(state(late)).toBe('not');
    expect(carryOverState([late], '2022-11', { ...span, cutoff: '2022-12-28' }).state).toBe('all-closed');
  });

  it.each<[string, LedgerEntry, string]>([
    ['the unit was never told', last(), 'none'],
    ['withdrawn', last(HANDED, ['withdrawn', 'office', '2022-12-01']), 'none'],
    ['withdrawn after the cut-off: it never was one', last(HANDED, NOT, ['withdrawn', 'office', '2022-12-28']), 'none'],
    ['exempted', last(HANDED, ['exempted', 'office', '2022-12-01']), 'none'],
    ['the deadline is not up on the cut-off', last(['handed_over', 'office', '2022-12-20']), 'none'],
    ['not looked at since', last(HANDED), 'undecided'],
    ['rechecked on the first day of the span', last(HANDED, ['rechecked_not', 'machine', '2022-11-28']), 'not'],
    ['reported, not rechecked', last(HANDED, ['reported_fixed', 'unit', '2022-12-02']), 'undecided'],
    ['disputed and not answered', last(HANDED, ['disputed', 'unit', '2022-12-02']), 'undecided'],
    ['half done by itself', last(HANDED, ['rechecked_partly', 'centre', '2022-12-20']), 'partly'],
    ['found by a person, silence past the deadline', byHand(HANDED), 'not'],
    ['found by a person, reported', byHand(HANDED, ['reported_fixed', 'unit', '2022-12-02']), 'undecided'],
    ['found again after it was closed, not yet confirmed', last(HANDED, FIXED, CLOSED, ['reopened', 'machine', '2022-12-27']), 'undecided'],
  ])('%s', (_name, entry, expected) => {
    expect(state(entry)).toBe(expected);
  });

  it('does not hold an old recheck against the unit', () => {
    const old = last(HANDED, ['rechecked_not', 'machine', '2022-12-06']);
    expect(carryOverState([old], '2022-11', { after: '2022-12-27', cutoff: '2023-01-27' }).state).toBe('undecided');
  });

  it('says the milder word where not everything could be looked at', () => {
    expect(state(last(HANDED, NOT), last(HANDED))).toBe('partly');
    expect(state(last(HANDED, FIXED), last(HANDED))).toBe('undecided');
  });

  it('names which is which', () => {
    const [fixed, open, unseen] = [last(HANDED, FIXED), last(HANDED, NOT), last(HANDED)];
    expect(carryOverState([fixed, open, unseen], '2022-11', span)).toEqual({
      state: 'partly',
      fixed: [fixed.problem.id],
      open: [open.problem.id],
      unverified: [unseen.problem.id],
    });
  });
});
