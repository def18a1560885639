import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../core/category.ts';
import { problem, tell } from '../../ledger/ledger.fixture.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { JudgedFinding, JudgedObservation } from '../../sheets/judged.ts';
import { inLedgerWords } from './ledger-words.ts';

const ERROR = '“整治站位”应为“政治站位”（《要闻》等9个页面）';
const entry = (id: string, day: string, over: Parameters<typeof problem>[0] = {}): LedgerEntry =>
  tell(problem({ id, channelId: 'site_a', category: 'text_error', fingerprint: 'f', text: ERROR, firstFoundOn: day, ...over }), [
    'found',
    'machine',
    day,
  ]);
const seen = (over: Partial<JudgedFinding> = {}, day = '2022-12-27'): JudgedObservation => ({
  subjectId: 'site_a',
  checkId: 'typo',
  clause: '1',
  day,
  verdict: 'fail',
  reason: null,
  findings: [
    {
      level: 'problem',
      category: 'text_error',
      place: { label: '要闻' },
      fingerprint: 'f',
      text: ERROR.replace('9个', '10个'),
      measured: { pages: 10 },
      ...over,
    },
  ],
});
const words = (ledger: readonly LedgerEntry[], o = seen()) => inLedgerWords(ledger)([o])[0]?.findings[0];

describe('what a look found, in the words of the ledger', () => {
  it.each<[string, readonly LedgerEntry[], JudgedObservation, string]>([
    ['as it was confirmed, whatever the newest look counts', [entry('a', '2022-12-01')], seen(), ERROR],
    ['found on that very day', [entry('a', '2022-12-27')], seen(), ERROR],
    ['found only later: another matter', [entry('a', '2022-12-28')], seen(), ERROR.replace('9个', '10个')],
    ['the latest of its fingerprint', [entry('b', '2022-12-20', { text: '再次写错' }), entry('a', '2022-12-01')], seen(), '再次写错'],
    ['not in the ledger', [entry('a', '2022-12-01', { fingerprint: 'g' })], seen(), ERROR.replace('9个', '10个')],
    ['a warning keeps its own', [entry('a', '2022-12-01')], seen({ level: 'warning' }), ERROR.replace('9个', '10个')],
    ['a grave one by its category alone', [entry('a', '2022-12-01', { category: 'privacy_leak' })], seen(), CATEGORIES.privacy_leak],
  ])('%s', (_, ledger, o, text) => expect(words(ledger, o)?.text).toBe(text));

  it('a column is named as it was confirmed, and what was measured since stays', () => {
    const measured = { path: '旧名', parent: null, limit: 'P6M', lastUpdate: '2022-01-01' };
    const own = { path: '新名', parent: null, limit: 'P1Y', lastUpdate: '2022-05-01', days: 200 };
    expect(words([entry('a', '2022-12-01', { measured })], seen({ measured: own }))?.measured).toEqual({
      ...own,
      path: '旧名',
      limit: 'P6M',
    });
  });

  it('one that was merged speaks as the one it goes on in, on the same channel', () => {
    const merged = (channelId: string): LedgerEntry[] => [
      tell(
        entry('a', '2022-12-01').problem,
        ['found', 'machine', '2022-12-01'],
        ['merged', 'office', '2022-12-02', { reason: '同一处', data: { into: 'w' } }],
      ),
      entry('w', '2022-12-01', { fingerprint: 'w', text: '整页写错', channelId }),
    ];
    expect(words(merged('site_a'))?.text).toBe('整页写错');
    expect(words(merged('site_b'))?.text).toBe(ERROR);
  });
});
