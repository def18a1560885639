import { describe, expect, it } from 'vitest';
import { problem, tell } from '../ledger.fixture.ts';
import type { PromptStanding } from '../prompt.ts';
import { promptEntries, selfFoundEntries } from './prompt-entries.ts';
import { type AssessmentItem, type EntrySource, schemeFaults } from './scheme.ts';

const item = (source: EntrySource, effect: AssessmentItem['effect']): AssessmentItem => ({
  ...{ id: 'i', name: '项', base: 0, effect, source, points: 0.5, milder: 0, cap: null, weights: {} },
});
const standing = (unitId: string, over: Partial<PromptStanding>): PromptStanding => ({
  ...{ unitId, receivedAt: null, doneAt: null, doneOn: null, place: null, days: null, speed: 'waiting' },
  ...over,
});
const result = {
  promptId: 'p',
  heading: '报送目录',
  dueOn: '2024-04-30',
  standings: [
    standing('a', { speed: 'fast', doneOn: '2024-04-04', days: 1, place: 1 }),
    standing('b', { speed: 'in_time', doneOn: '2024-04-30', days: 27, place: 2 }),
    standing('c', { speed: 'slow', doneOn: '2024-05-02', days: 29, place: 3 }),
    standing('d', { speed: 'slow' }),
    standing('e', {}),
  ],
};
const YEAR = { from: '2024-01-01', to: '2024-12-31' };
const told = (entries: ReturnType<typeof promptEntries>) => entries.map(({ unitId, day, points, reason }) => [unitId, day, points, reason]);

describe('entries of prompts (seeds O08)', () => {
  it('take away from the slow for the due day, and give to the fast for the day of completion', () => {
    expect(told(promptEntries([result], item('prompt_slow', 'deduct'), YEAR))).toEqual([
      ['c', '2024-04-30', -0.5, '“报送目录”应于2024年4月30日前完成，2024年5月2日才完成'],
      ['d', '2024-04-30', -0.5, '“报送目录”应于2024年4月30日前完成，尚未完成'],
    ]);
    expect(told(promptEntries([result], item('prompt_fast', 'bonus'), YEAR))).toEqual([
      ['a', '2024-04-04', 0.5, '“报送目录”提示后 1 天完成，列第 1'],
    ]);
  });

  it('count for their year only', () => {
    expect(promptEntries([result], item('prompt_slow', 'deduct'), { from: '2024-05-01', to: '2024-12-31' })).toEqual([]);
    expect(promptEntries([result], item('prompt_slow', 'deduct'), { from: '2024-01-01', to: '2024-04-29' })).toEqual([]);
  });
});

describe('entries of what units found by themselves (seeds M20)', () => {
  const own = problem({ firstFoundOn: '2024-11-01' });
  const found = ['found', 'unit', '2024-11-01'] as const;
  const fixed = ['reported_fixed', 'unit', '2024-11-04'] as const;
  const entries = (...steps: Parameters<typeof tell>[1][]) => selfFoundEntries([tell(own, ...steps)], item('self_found', 'bonus'), YEAR);

  it('give once for what was put right, and nothing for what was not or was taken over', () => {
    expect(told(entries([...found], [...fixed]))).toEqual([
      ['unit_a', '2024-11-04', 0.5, `2024年11月1日自查发现，2024年11月4日整改：${own.text}`],
    ]);
    expect(entries([...found])).toEqual([]);
    expect(entries([...found], [...fixed], ['confirmed', 'office', '2024-11-05'])).toEqual([]);
    expect(entries([...found], [...fixed], ['rejected', 'office', '2025-01-05']), 'no problem at all, as was seen later').toEqual([]);
  });
});

describe('a scheme', () => {
  it.each<[EntrySource, AssessmentItem['effect'], number]>([
    ['prompt_slow', 'deduct', 0],
    ['prompt_slow', 'bonus', 1],
    ['prompt_fast', 'bonus', 0],
    ['prompt_fast', 'deduct', 1],
    ['self_found', 'bonus', 0],
    ['self_found', 'deduct', 1],
  ])('with %s as %s has %i faults', (source, effect, faults) => {
    const scheme = {
      year: 2024,
      title: '方案',
      documentNumber: null,
      validFrom: '2024-01-01',
      validTo: '2024-12-31',
      items: [item(source, effect)],
    };
    expect(schemeFaults(scheme).length).toBe(faults);
  });
});
