import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../core/category.ts';
import { problem, tell } from '../../ledger/ledger.fixture.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { PeriodVerdict } from '../../store/periods.ts';
import { withFoundByPeople } from './found-by-people.ts';

const SPAN = { after: '2022-11-27', cutoff: '2022-12-27' };
const result = (over: Partial<PeriodVerdict> = {}): PeriodVerdict => ({
  areaId: 'area_1',
  periodId: '2022-12',
  channelId: 'site_a',
  verdict: 'no_problem',
  reasons: [],
  carryOver: 'none',
  failedInARow: 0,
  score: null,
  coverage: { run: 1, due: 1 },
  inBase: true,
  outside: null,
  sheet: 'langxi-2022/1',
  ...over,
});
const TEXT = '首页“机构职能”配图错位';
const by = (day: string, ...more: Parameters<typeof tell>[1][]): LedgerEntry =>
  tell(
    problem({ channelId: 'site_a', category: 'broken_link', text: TEXT, firstFoundOn: day }),
    ['found', 'third_party', day, { data: {} }],
    ...more,
  );
const confirmed = (day: string): LedgerEntry => by(day, ['confirmed', 'office', day]);
const lineOf = (entry: LedgerEntry, row = result()) => withFoundByPeople([row], [entry], SPAN)[0];

describe('what persons found and the results of a period', () => {
  it.each([
    ['on the first day of the span', confirmed('2022-11-28'), 'pass', [TEXT]],
    ['on its cut-off', confirmed('2022-12-27'), 'pass', [TEXT]],
    ['the day before the span: carried over, another rule', confirmed('2022-11-27'), 'no_problem', []],
    [
      'seen put right by the cut-off',
      by('2022-12-10', ['confirmed', 'office', '2022-12-10'], ['rechecked_fixed', 'office', '2022-12-27']),
      'no_problem',
      [],
    ],
    [
      'seen put right after it',
      by('2022-12-10', ['confirmed', 'office', '2022-12-10'], ['rechecked_fixed', 'office', '2022-12-28']),
      'pass',
      [TEXT],
    ],
    ['after the cut-off', confirmed('2022-12-28'), 'no_problem', []],
    ['nobody has confirmed it', by('2022-12-10'), 'no_problem', []],
    ['rejected', by('2022-12-10', ['rejected', 'office', '2022-12-11', { reason: '不属实' }]), 'no_problem', []],
  ] as const)('%s', (_, entry, verdict, reasons) => {
    expect(lineOf(entry)).toMatchObject({ verdict, reasons });
  });

  it('fails nobody, and settles nothing that is undecided', () => {
    for (const verdict of ['pass', 'fail', 'undecided'] as const)
      expect(lineOf(confirmed('2022-12-10'), result({ verdict, reasons: ['甲'] }))).toMatchObject({ verdict, reasons: ['甲', TEXT] });
  });

  it('is not said twice, and says nothing of other channels', () => {
    const twice = [confirmed('2022-12-10'), confirmed('2022-12-12')];
    expect(withFoundByPeople([result()], twice, SPAN)[0]?.reasons).toEqual([TEXT]);
    expect(lineOf(confirmed('2022-12-10'), result({ verdict: 'pass', reasons: [`${TEXT}等2处`] }))?.reasons).toEqual([`${TEXT}等2处`]);
    expect(lineOf(confirmed('2022-12-10'), result({ channelId: 'site_b' }))).toMatchObject({ verdict: 'no_problem', reasons: [] });
  });

  it('leaves to the checks what a check found', () => {
    const seen = problem({ text: TEXT, firstFoundOn: '2022-12-10' });
    const entry = tell(seen, ['found', 'machine', '2022-12-10'], ['confirmed', 'office', '2022-12-11']);
    expect(lineOf(entry)).toMatchObject({ verdict: 'no_problem', reasons: [] });
  });

  it('S04: a grave one is told by its category alone', () => {
    const grave = problem({ category: 'privacy_leak', text: '身份证号 3425…', firstFoundOn: '2022-12-10' });
    expect(lineOf(tell(grave, ['found', 'office', '2022-12-10', { data: {} }]))?.reasons).toEqual([CATEGORIES.privacy_leak]);
  });
});
