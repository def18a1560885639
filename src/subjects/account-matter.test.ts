import { describe, expect, it } from 'vitest';
import {
  MATTER_ACT_CODES,
  MATTER_KINDS,
  MATTER_STATES,
  type MatterAct,
  type MatterKind,
  type MatterState,
} from '../core/account-matter.ts';
import { type AccountMatter, applyToMatter, type MatterActData, type MatterEvent, type MatterRole, standingOf } from './account-matter.ts';
import { matterActsFor, nextStep, rolesToAct } from './matter-table.ts';

const matter = (rest: Partial<AccountMatter> = {}): AccountMatter => ({
  ...{ areaId: 'a', id: 'm', kind: 'open', unitId: 'u', supervisorId: null, decidingAreaId: 'a', accountId: null },
  subject: { platform: 'wechat', name: '东河发布', purpose: null, person: null, phone: null, reason: null },
  ...{ problemIds: [], beganOn: '2022-12-01' },
  ...rest,
});

type Did = readonly [MatterAct, MatterRole, MatterActData?];
/** Does one act a day from 1 December 2022 on. */
function historyOf(of: AccountMatter, ...acts: readonly Did[]): MatterEvent[] {
  const events: MatterEvent[] = [];
  for (const [act, role, data = {}] of acts) {
    const day = `2022-12-${String(events.length + 1).padStart(2, '0')}`;
    const by = { roles: [role], unitId: null, name: '王敏' };
    events.push(applyToMatter(of, events, { act, at: `${day}T02:00:00.000Z`, day, by, note: '事由', data }));
  }
  return events;
}
const stateOf = (of: AccountMatter, ...acts: readonly Did[]) => standingOf(of, historyOf(of, ...acts))?.state;
const PROOF = { proofIds: ['p'] };

describe('a matter of an account', () => {
  it.each<[string, Partial<AccountMatter>, readonly Did[], MatterState]>([
    ['a unit asks', {}, [['asked', 'unit']], 'with_office'],
    ['its 主管单位 looks first', { supervisorId: 's' }, [['asked', 'unit']], 'with_supervisor'],
    [
      'and agrees',
      { supervisorId: 's' },
      [
        ['asked', 'unit'],
        ['agreed', 'supervisor'],
      ],
      'with_office',
    ],
    [
      'sent back and amended it begins at the first review',
      { supervisorId: 's' },
      [
        ['asked', 'unit'],
        ['agreed', 'supervisor'],
        ['returned', 'office'],
        ['amended', 'unit'],
      ],
      'with_supervisor',
    ],
    [
      'filed it does not run yet',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'office', { filingNumber: '1' }],
      ],
      'filed',
    ],
    [
      'it runs',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'office', { filingNumber: '1' }],
        ['opened', 'unit'],
      ],
      'done',
    ],
    [
      'a found one is filed',
      { kind: 'found' },
      [
        ['found', 'centre'],
        ['asked', 'unit'],
        ['granted', 'office', { filingNumber: '1' }],
      ],
      'done',
    ],
    [
      'or refused, and has to go',
      { kind: 'found' },
      [
        ['found', 'office'],
        ['asked', 'unit'],
        ['refused', 'office'],
      ],
      'in_hand',
    ],
    [
      'closed without a report it stays open',
      { kind: 'close' },
      [
        ['asked', 'unit'],
        ['granted', 'office'],
      ],
      'in_hand',
    ],
    [
      'reported it waits for the office',
      { kind: 'close' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
      ],
      'reported',
    ],
    [
      'ordered wrongly the office takes it back',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['withdrawn', 'office'],
      ],
      'withdrawn',
    ],
    [
      'accepted it is done',
      { kind: 'close' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
      ],
      'done',
    ],
    [
      'rectifying ends the same way',
      { kind: 'rectify' },
      [
        ['ordered', 'office'],
        ['reported', 'unit'],
        ['accepted', 'office'],
      ],
      'done',
    ],
    [
      'sent back it is not',
      { kind: 'rectify' },
      [
        ['ordered', 'office'],
        ['reported', 'unit'],
        ['sent_back', 'office'],
      ],
      'in_hand',
    ],
    [
      'cancelled it is looked at again',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
      ],
      'watching',
    ],
    [
      'found alive it comes back',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
        ['rechecked_alive', 'machine'],
      ],
      'in_hand',
    ],
    [
      'even after it was seen to be gone',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
        ['rechecked_gone', 'centre'],
        ['rechecked_alive', 'office'],
      ],
      'in_hand',
    ],
  ])('%s', (_, rest, done, expected) => expect(stateOf(matter(rest), ...done)).toBe(expected));

  it.each<[string, Partial<AccountMatter>, readonly Did[], RegExp]>([
    [
      'runs before it is filed',
      {},
      [
        ['asked', 'unit'],
        ['opened', 'unit'],
      ],
      /待审核备案”，不能投入运行/,
    ],
    [
      'files its own',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'unit', { filingNumber: '1' }],
      ],
      /不由您办理/,
    ],
    [
      'is filed without a number',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'office'],
      ],
      /没有备案号/,
    ],
    [
      'ran before it was filed',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'office', { filingNumber: '1' }],
        ['opened', 'unit', { from: '2022-12-01' }],
      ],
      /早于备案日期 2022-12-02/,
    ],
    [
      'runs in days to come',
      {},
      [
        ['asked', 'unit'],
        ['granted', 'office', { filingNumber: '1' }],
        ['opened', 'unit', { from: '2022-12-04' }],
      ],
      /还没有到/,
    ],
    [
      'is taken back by the unit that was told to do it',
      { kind: 'close' },
      [
        ['ordered', 'office'],
        ['withdrawn', 'unit'],
      ],
      /不由您办理/,
    ],
    [
      'is taken back though the account was said to be gone and is there',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
        ['rechecked_alive', 'office'],
        ['withdrawn', 'office'],
      ],
      /仍可访问，不能撤回/,
    ],
    [
      'is reported without proof',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit'],
      ],
      /没有附证明/,
    ],
    [
      'is accepted by the unit itself',
      { kind: 'close' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'unit'],
      ],
      /不由您办理/,
    ],
    [
      'is accepted before it is reported',
      { kind: 'close' },
      [
        ['ordered', 'office'],
        ['accepted', 'office'],
      ],
      /不能接受报备/,
    ],
    [
      'is said to be gone by a machine',
      { kind: 'cancel' },
      [
        ['ordered', 'office'],
        ['reported', 'unit', PROOF],
        ['accepted', 'office'],
        ['rechecked_gone', 'machine'],
      ],
      /不由您办理/,
    ],
    ['begins in the middle', {}, [['granted', 'office', { filingNumber: '1' }]], /不能以“同意备案”开始/],
  ])('is refused when it %s', (_, rest, done, words) => expect(() => historyOf(matter(rest), ...done)).toThrow(words));

  it('takes no act of days to come, or before the last one', () => {
    const events = historyOf(matter(), ['asked', 'unit']);
    const act = (day: string) => () =>
      applyToMatter(matter({ beganOn: '2022-12-05' }), day < '2022-12-05' ? [] : events, {
        ...{ act: 'asked', at: '2022-12-06T02:00:00.000Z', day, note: null, data: {} },
        by: { roles: ['unit'], unitId: 'u', name: '王敏' },
      });
    expect(act('2022-12-07')).toThrow();
    expect(act('2022-12-04')).toThrow(/早于上一次办理 2022-12-05/);
  });

  it('can be brought to an end from every state that is reached', () => {
    for (const kind of Object.keys(MATTER_KINDS) as MatterKind[]) {
      const seen = new Set<MatterState>();
      const walk = (from: MatterState | 'new'): void => {
        for (const act of MATTER_ACT_CODES) {
          const to = nextStep(kind, from, act)?.to;
          for (const state of to === 'review' ? (['with_supervisor', 'with_office'] as const) : to ? [to] : []) {
            if (seen.has(state)) continue;
            seen.add(state);
            walk(state);
          }
        }
      };
      walk('new');
      expect(seen).toContain('done');
      for (const state of seen)
        if (!['done', 'refused', 'withdrawn'].includes(state))
          expect([kind, state, rolesToAct(kind, state).length > 0]).toEqual([kind, state, true]);
    }
  });

  it('leaves every decision to the office', () => {
    for (const kind of Object.keys(MATTER_KINDS) as MatterKind[])
      for (const state of Object.keys(MATTER_STATES) as MatterState[])
        for (const act of ['granted', 'refused', 'accepted', 'sent_back'] as const)
          expect(matterActsFor(kind, state, ['unit', 'supervisor', 'centre', 'machine'])).not.toContain(act);
  });
});
