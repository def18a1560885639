import { expect, it } from 'vitest';
import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import type { VerdictCount } from '../../store/views-verdicts.ts';
import { rateOf } from './pass-rates.ts';

const counted = (verdict: ChannelVerdict, count: number, inBase = true) => ({ verdict, count, inBase }) as VerdictCount;

it.each([
  ['some undecided: in the base, not passing', [counted('pass', 1), counted('undecided', 1)], { base: 2, passing: 1, percent: 50 }],
  ['all undecided: no rate', [counted('undecided', 2), counted('pass', 1, false)], { base: 2, passing: 0, percent: null }],
  ['none passed: 0', [counted('undecided', 1), counted('fail', 1)], { base: 2, passing: 0, percent: 0 }],
  ['no base', [counted('fail', 1, false)], { base: 0, passing: 0, percent: null }],
])('%s', (_, rows, rate) => {
  expect(rateOf(rows)).toEqual(rate);
});
