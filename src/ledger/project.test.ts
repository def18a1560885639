import { describe, expect, it } from 'vitest';
import type { MingchaError } from '../core/error.ts';
import { problem, tell } from './ledger.fixture.ts';
import { isOverdue, project, projectAsOf } from './project.ts';

const p = problem();
const story = tell(
  p,
  ['found', 'machine', '2022-11-25'],
  ['confirmed', 'office', '2022-11-25'],
  ['handed_over', 'office', '2022-11-28'],
  ['received', 'unit', '2022-11-29'],
  ['reported_fixed', 'unit', '2022-12-05'],
  ['rechecked_not', 'machine', '2022-12-06'],
  ['carried_over', 'office', '2022-12-28', { data: { period: '2022-12', cutoff: '2022-12-27' } }],
  ['handed_over', 'office', '2022-12-28'],
  ['rechecked_fixed', 'centre', '2023-01-09'],
  ['closed', 'office', '2023-01-10'],
  ['reopened', 'machine', '2023-01-12'],
).events;

describe('the projection', () => {
  it.each([
    [1, { status: 'suspected', check: 'column-overdue', subject: 'column_a', everInStock: false }],
    [2, { status: 'confirmed', everInStock: true }],
    [3, { status: 'handed_over', handedOverOn: '2022-11-28', due: '2022-12-05', dueProvisional: false }],
    [5, { status: 'rectified', claimedFixedOn: '2022-12-05', rectified: 'not-stated' }],
    // The unit says done, the recheck fails: the table prints 否 (seeds P04).
    [6, { status: 'not_rectified', claimedFixedOn: '2022-12-05', rectified: 'no', recheckedOn: '2022-12-06' }],
    [7, { status: 'not_rectified', carriedPeriods: ['2022-12'] }],
    [8, { status: 'handed_over', handedOverOn: '2022-11-28', due: '2023-01-05' }],
    [9, { status: 'rechecked_ok', rectified: 'yes', fixedOn: '2023-01-09' }],
    [10, { status: 'closed', closedOn: '2023-01-10', fixedOn: '2023-01-09' }],
    [11, { status: 'suspected', reopenings: 1, rectified: 'not-stated', fixedOn: null, closedOn: null, due: null, everInStock: true }],
  ])('after %i events', (n, expected) => {
    expect(project(story.slice(0, n))).toMatchObject({ ...expected, seq: n });
  });

  it('as of a day knows only what had happened by its end', () => {
    expect(projectAsOf(story, '2022-11-24')).toBeNull();
    expect(projectAsOf(story, '2022-11-27')?.status).toBe('confirmed');
    expect(projectAsOf(story, '2022-11-28')?.status).toBe('handed_over');
    expect(projectAsOf(story, '2099-01-01')).toEqual(project(story));
  });

  it('calls late what is past the named day while the unit has to move, and nothing else', () => {
    const received = project(story.slice(0, 4));
    expect(isOverdue(received, '2022-12-05')).toBe(false);
    expect(isOverdue(received, '2022-12-06')).toBe(true);
    expect(isOverdue(project(story.slice(0, 5)), '2022-12-31')).toBe(false);
    expect(isOverdue(project(story.slice(0, 2)), '2022-12-31')).toBe(false);
  });

  it.each([
    ['no events', []],
    ['a gap', [story[0], story[2]]],
    ['a first event that is not the first', story.slice(1)],
    ['an act the table forbids', [story[0], { ...story[3], seq: 2 }]],
    ['a day that runs backwards', [...story.slice(0, 2), { ...story[2], day: '2022-11-24' }]],
  ])('refuses to read %s', (_name, events) => {
    try {
      project(events as typeof story);
      expect.unreachable();
    } catch (error) {
      expect((error as MingchaError).code).toBe('internal');
    }
  });
});
