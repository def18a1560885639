import { describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../core/date.ts';
import { judgedAgainFrom, type KeptLook, RETENTION, type ReckonedSpan, retentionRules, termBegins, thinning } from './retention.ts';

const TODAY = '2023-03-15'; // a Wednesday; 60 days before it is 2023-01-14, 365 days before it 2022-03-15
const look = (day: string, time = '09:00', rest: Partial<KeptLook> = {}): KeptLook => ({
  kind: 'home',
  subjectId: 'site',
  at: instantOf(day, time),
  ...rest,
});
const left = (looks: readonly KeptLook[], rules = RETENTION) => {
  const goes = thinning(rules, TODAY);
  return looks.filter((one) => !goes(one)).map(({ at }) => at);
};

describe('thinning', () => {
  it.each<[string, KeptLook[], number[]]>([
    ['two looks on the first day kept whole', [look('2023-01-15', '10:00'), look('2023-01-15')], [0, 1]],
    ['two looks on the last day that is thinned', [look('2023-01-14', '10:00'), look('2023-01-14')], [0]],
    ['Sunday and the Monday after it', [look('2022-12-05'), look('2022-12-04')], [0, 1]],
    ['Monday to Sunday of one week', [look('2022-12-11'), look('2022-12-08'), look('2022-12-05')], [0]],
    ['the week that the year of weeks begins in', [look('2022-03-16'), look('2022-03-15'), look('2022-03-14')], [0, 1]],
    ['one month, a year ago', [look('2022-02-28'), look('2022-02-14'), look('2022-02-01')], [0]],
    ['the turn of a month, a year ago', [look('2022-02-01'), look('2022-01-31')], [0, 1]],
    ['a Shanghai day that is another in UTC', [look('2022-02-01', '00:30'), look('2022-01-31', '23:30')], [0, 1]],
    ['two subjects', [look('2022-02-02'), look('2022-02-01', '09:00', { subjectId: 'other' })], [0, 1]],
    ['two kinds', [look('2022-02-02'), look('2022-02-01', '09:00', { kind: 'probe' })], [0, 1]],
    [
      "the ledger's own statements",
      [look('2021-02-02', '22:00', { kind: 'carry-over' }), look('2021-02-01', '22:00', { kind: 'carry-over' })],
      [0, 1],
    ],
  ])('of %s', (_name, looks, kept) => {
    expect(left(looks)).toEqual(kept.map((i) => looks[i]?.at));
  });

  it('leaves the newest look of all, however old', () => {
    expect(left([look('2010-05-05'), look('2010-05-04')])).toEqual([instantOf('2010-05-05', '09:00')]);
  });

  it('keeps of three years of daily looks 60 days, 44 weeks and the months before', () => {
    const days = Array.from({ length: 1096 }, (_, i) => look(addDays(TODAY, -i)));
    const kept = left(days);
    expect(kept.filter((at) => at >= instantOf('2023-01-15'))).toHaveLength(60);
    expect(kept).toHaveLength(60 + 44 + 25);
  });

  it('takes nothing more when it is asked again', () => {
    const days = Array.from({ length: 800 }, (_, i) => look(addDays(TODAY, -i)));
    const kept = new Set(left(days));
    const once = days.filter((one) => kept.has(one.at));
    expect(left(once)).toEqual(once.map(({ at }) => at));
  });

  it('follows data of an office that keeps more, and refuses less than a month', () => {
    expect(left([look('2022-12-06'), look('2022-12-05')], retentionRules.parse({ allDays: 200 }))).toHaveLength(2);
    expect(retentionRules.safeParse({ allDays: 30 }).success).toBe(false);
    expect(retentionRules.safeParse({ alldays: 90 }).success).toBe(false);
  });
});

describe('the assessment year and one more', () => {
  it.each([
    ['2023-01-01', '2022-01-01'],
    ['2023-12-31', '2022-01-01'],
    ['2024-01-01', '2023-01-01'],
  ])('on %s begins on %s', (today, from) => expect(termBegins(RETENTION, today)).toBe(from));
});

describe('days that can be judged again', () => {
  const month = (after: string | null, cutoff: string): ReckonedSpan => ({ kind: 'month', after, cutoff });
  it.each<[string, ReckonedSpan[], string | null]>([
    ['the term, where nothing was reckoned', [], '2022-01-01'],
    ['60 days, where the last month is younger', [month('2023-01-27', '2023-02-27'), month('2022-12-27', '2023-01-27')], '2023-01-14'],
    ['the last month, where it is older', [month('2022-10-27', '2022-11-27'), month('2022-11-27', '2022-12-27')], '2022-11-28'],
    ['all, where the only month reckoned had none before it', [month(null, '2022-12-27')], null],
    [
      'the quarter beside the months',
      [month('2023-01-27', '2023-02-27'), { kind: 'quarter', after: '2022-09-30', cutoff: '2022-12-31' }],
      '2022-10-01',
    ],
    [
      'not a quarter given up before the term',
      [month('2023-01-27', '2023-02-27'), { kind: 'quarter', after: '2021-09-30', cutoff: '2021-12-31' }],
      '2023-01-14',
    ],
    ['the last period however old, where there is no other', [month('2020-01-27', '2020-02-27')], '2020-01-28'],
  ])('are %s', (_name, reckoned, from) => expect(judgedAgainFrom(RETENTION, TODAY, reckoned)).toBe(from));
});
