import { describe, expect, it } from 'vitest';
import { event, problem } from '../../../tests/support/store-world.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { errorsOfUnits } from './errors-of-units.ts';

const SPAN = { after: '2022-11-27', cutoff: '2022-12-27' };
const entry = (
  id: string,
  parts: Parameters<typeof problem>[1],
  acts: readonly ('found' | 'confirmed' | 'rejected' | 'withdrawn')[],
  later = 0,
): LedgerEntry => ({
  problem: problem(id, { category: 'text_error', unitId: 'u', firstFoundOn: '2022-12-27', ...parts }),
  events: acts.map((act, i) =>
    event(id, i + 1, act, {
      ...(act === 'found' ? {} : { by: { role: 'office', unitId: null, name: '张三' }, reason: '核实' }),
      ...(i < acts.length - later ? {} : { day: '2022-12-29' }),
    }),
  ),
});

describe('errors per unit', () => {
  it.each([
    ['none found, pages read: 0', [], { u: 0 }],
    ['confirmed', [entry('a', {}, ['found', 'confirmed'])], { u: 1 }],
    ['only suspected', [entry('a', {}, ['found'])], { u: 0 }],
    ['rejected', [entry('a', {}, ['found', 'rejected'])], { u: 0 }],
    ['withdrawn when the cut-off was past', [entry('a', {}, ['found', 'confirmed', 'withdrawn'], 1)], { u: 0 }],
    ['confirmed when the cut-off was past', [entry('a', {}, ['found', 'confirmed'], 1)], { u: 0 }],
    ['found before the span', [entry('a', { firstFoundOn: '2022-11-27' }, ['found', 'confirmed'])], { u: 0 }],
    ['of another kind', [entry('a', { category: 'broken_link' }, ['found', 'confirmed'])], { u: 0 }],
    ['of another unit that was not read by us', [entry('a', { unitId: 'v' }, ['found', 'confirmed'])], { u: 0, v: 1 }],
  ] as const)('%s', (_name, ledger, wanted) => {
    expect(Object.fromEntries(errorsOfUnits(ledger, new Set(['u']), SPAN))).toEqual(wanted);
  });
  it('a unit nobody read is absent, not 0', () => {
    expect(errorsOfUnits([], new Set(), SPAN).has('u')).toBe(false);
  });
});
