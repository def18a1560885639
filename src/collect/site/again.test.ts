import { expect, it } from 'vitest';
import type { Outcome } from '../../evidence/outcome.ts';
import { needsAgain } from './again.ts';

it.each<[string, boolean]>([
  ['', false],
  ['ok', false],
  ['blocked', false],
  ['client-error', false],
  ['refused-address', false],
  ['robots', false],
  ['too-large', false],
  ['gone', true],
  ['soft-gone', true],
  ['server-error', true],
  ['timed-out', true],
  ['gone gone', false],
  ['gone soft-gone', false],
  ['gone ok', false],
  ['gone server-error', true],
  ['server-error timed-out', false],
  ['timed-out gone', true],
  ['gone server-error gone', false],
])('%j: again %s', (outcomes, expected) => {
  expect(needsAgain(outcomes.split(' ').filter(Boolean) as Outcome[], { goneLooks: 2, maxLooks: 3 })).toBe(expected);
});
