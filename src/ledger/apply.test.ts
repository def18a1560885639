import { describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { apply } from './apply.ts';
import type { Act, Role } from './event.ts';
import { actor, draft, more, problem, tell } from './ledger.fixture.ts';
import { project } from './project.ts';

type Step = [Act, Role, string];
const FOUND: Step = ['found', 'machine', '2022-11-25'];
const CONFIRMED: Step = ['confirmed', 'office', '2022-11-25'];
const HANDED: Step = ['handed_over', 'office', '2022-11-28'];
const RECEIVED: Step = ['received', 'unit', '2022-11-29'];
const REPORTED: Step = ['reported_fixed', 'unit', '2022-12-02'];
const FIXED: Step = ['rechecked_fixed', 'machine', '2022-12-05'];
const p = problem();

function refusal(before: readonly Step[], ...attempt: Parameters<typeof draft>): MingchaError {
  const { events } = tell(p, ...before);
  try {
    apply(p, events, draft(...attempt));
  } catch (error) {
    expect(error).toBeInstanceOf(MingchaError);
    return error as MingchaError;
  }
  throw new Error(`${attempt[0]} was let through`);
}

describe('an act on a problem', () => {
  it('becomes the next event, with its reason trimmed and no gap in the numbers', () => {
    const { events } = tell(p, FOUND, CONFIRMED, HANDED);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const next = apply(p, events, draft('received', 'unit', '2022-11-29', { reason: '  ' }));
    expect(next).toMatchObject({ problemId: p.id, seq: 4, act: 'received', reason: null });
  });

  it.each<[string, readonly Step[], Parameters<typeof draft>, RegExp, RegExp]>([
    ['the machine confirms', [FOUND], ['confirmed', 'machine', '2022-11-25'], /系统不能确认“待确认”的问题/, /请由政务公开办、信息中心办理/],
    ['the centre hands over', [FOUND, CONFIRMED], ['handed_over', 'centre', '2022-11-28'], /信息中心不能交办/, /政务公开办/],
    ['a unit closes', [FOUND, CONFIRMED, HANDED, FIXED], ['closed', 'unit', '2022-12-06'], /责任单位不能销号/, /政务公开办/],
    [
      'closing before a recheck',
      [FOUND, CONFIRMED, HANDED, RECEIVED, REPORTED],
      ['closed', 'office', '2022-12-06'],
      /“待复核”的问题不能销号/,
      /复核：已整改/,
    ],
    [
      'receiving what was not handed over',
      [FOUND, CONFIRMED],
      ['received', 'unit', '2022-11-28'],
      /“待交办”的问题不能签收/,
      /责任单位现在无需办理/,
    ],
    [
      'another unit receives',
      [FOUND, CONFIRMED, HANDED],
      ['received', 'unit', '2022-11-29', { by: actor('unit', 'unit_b') }],
      /只能办理本单位/,
      /该问题的责任单位/,
    ],
    [
      'a unit without a name receives',
      [FOUND, CONFIRMED, HANDED],
      ['received', 'unit', '2022-11-29', { by: actor('unit', null) }],
      /只能办理本单位/,
      /责任单位/,
    ],
    [
      'someone rechecks their own unit',
      [FOUND, CONFIRMED, HANDED],
      ['rechecked_fixed', 'office', '2022-12-05', { by: actor('office', 'unit_a') }],
      /不得复核本单位/,
      /其他单位/,
    ],
    ['finding twice', [FOUND], ['found', 'machine', '2022-11-26'], /不能发现/, /./],
    [
      'a day before the last act',
      [FOUND, CONFIRMED, HANDED],
      ['received', 'unit', '2022-11-27'],
      /早于台账上一次记录2022-11-28/,
      /2022-11-28或以后/,
    ],
    [
      'a day to come',
      [FOUND],
      ['confirmed', 'office', '2022-11-26', { at: '2022-11-25T15:59:59.999Z' }],
      /将来的日期2022-11-26/,
      /今天或以前/,
    ],
    ['an impossible day', [FOUND], ['confirmed', 'office', '2022-11-31', { at: '2022-12-31T00:00:00.000Z' }], /无效/, /2022-12-27/],
    ['found on another day than registered', [], ['found', 'machine', '2022-11-24'], /2022-11-25不一致/, /同一天/],
    ['a machine finding without evidence', [], ['found', 'machine', '2022-11-25', { data: { evidence: [] } }], /没有附上证据/, /采集/],
    ['rejecting without a reason', [FOUND], ['rejected', 'office', '2022-11-25', { reason: ' ' }], /没有说明理由/, /填写理由/],
    [
      'handing over without a deadline',
      [FOUND, CONFIRMED],
      ['handed_over', 'office', '2022-11-28', { data: {} }],
      /缺少整改期限/,
      /填写整改期限/,
    ],
    [
      'a deadline before the hand-over',
      [FOUND, CONFIRMED],
      ['handed_over', 'office', '2022-11-28', { data: { due: '2022-11-27' } }],
      /整改期限2022-11-27早于2022-11-28/,
      /以后/,
    ],
    ['exempting without an end', [FOUND, CONFIRMED], ['exempted', 'office', '2022-11-28', { data: {} }], /缺少豁免截止日期/, /填写/],
    [
      'carrying over into no period',
      [FOUND, CONFIRMED],
      ['carried_over', 'office', '2022-11-30', { data: { cutoff: '2022-11-25' } }],
      /不是有效的期/,
      /2022-12/,
    ],
    [
      'carrying over what was only suspected',
      [FOUND],
      ['carried_over', 'office', '2022-11-30', { data: { cutoff: '2022-11-25', period: '2022-11' } }],
      /不在存量中/,
      /尚未销号/,
    ],
    [
      'carrying over before it was found',
      [FOUND, CONFIRMED],
      ['carried_over', 'office', '2022-11-30', { data: { cutoff: '2022-11-24', period: '2022-11' } }],
      /早于2022-11-25/,
      /以后/,
    ],
  ])('is refused: %s', (_name, before, attempt, message, next) => {
    const error = refusal(before, ...attempt);
    expect(error.code).toBe(_name === 'carrying over into no period' ? 'bad-input' : 'refused');
    expect(error.message).toMatch(message);
    expect(error.next).toMatch(next);
  });

  it('carries over once per period, an earlier one afterwards too, and by one kind of period', () => {
    const carry = (period: string, cutoff: string) => ['carried_over', 'office', '2023-03-31', { data: { period, cutoff } }] as const;
    const { events } = tell(p, FOUND, CONFIRMED, [
      'carried_over',
      'office',
      '2023-01-03',
      { data: { period: '2022-12', cutoff: '2022-12-27' } },
    ]);
    expect(() => more(events, p, [...carry('2022-12', '2022-12-27')])).toThrow(/已结转到2022年12月/);
    const late = more(events, p, [...carry('2022-11', '2022-11-27')]);
    expect(project(late).carriedPeriods).toEqual(['2022-11', '2022-12']);
    expect(() => more(late, p, [...carry('2022-12', '2022-12-27')])).toThrow(/已结转到2022年12月/);
    expect(() => more(events, p, [...carry('2023-Q1', '2023-03-30')])).toThrow(/按2022年12月结转，不能改按2023年一季度/);
    expect(project(more(events, p, [...carry('2023-01', '2023-01-27')])).carriedPeriods).toEqual(['2022-12', '2023-01']);
  });

  it('lets the machine reopen an exempted problem only after its last day', () => {
    const exempted = tell(p, FOUND, CONFIRMED, ['exempted', 'office', '2022-12-01', { data: { until: '2023-01-31' } }]).events;
    expect(() => more(exempted, p, ['reopened', 'machine', '2023-01-31'])).toThrow(/豁免期到2023-01-31/);
    expect(project(more(exempted, p, ['reopened', 'machine', '2023-02-01'])).status).toBe('suspected');
  });
});
