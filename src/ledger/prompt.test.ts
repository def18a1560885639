import { describe, expect, it } from 'vitest';
import { dateAt } from '../core/date.ts';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { type FastRule, fastWords, type PromptAct, type PromptEvent, promptStandings, unitsOf } from './prompt.ts';

const FAST: FastRule = { within: 2, days: 'calendar', first: null };
/** 2024-04-25 was a Thursday; the first of May and the two days after it were off. */
const terms = (over: Partial<{ dueOn: string | null; fast: FastRule }> = {}) => ({
  sentOn: '2024-04-25',
  dueOn: '2024-04-30',
  fast: FAST,
  ...over,
});
const said = (unitId: string, act: PromptAct, at: string): PromptEvent => {
  const moment = new Date(`${at}:00+08:00`).toISOString();
  return { unitId, act, moment, day: dateAt(moment) };
};
const standingOf = (at: string | null, day: string, over = {}) =>
  promptStandings(terms(over), ['u'], at === null ? [] : [said('u', 'done', at)], day, WORK_CALENDAR)[0];

describe('O08: fast and slow by the completion day', () => {
  it.each([
    ['the same day', '2024-04-25 17:00', '2024-04-25', {}, 'fast'],
    ['within two days, to the last minute', '2024-04-27 23:59', '2024-04-28', {}, 'fast'],
    ['a day later', '2024-04-28 00:00', '2024-04-28', {}, 'in_time'],
    ['on the due day', '2024-04-30 23:59', '2024-05-06', {}, 'in_time'],
    ['after the due day', '2024-05-01 00:00', '2024-05-06', {}, 'slow'],
    ['not done on the due day', null, '2024-04-30', {}, 'waiting'],
    ['not done the day after', null, '2024-05-01', {}, 'slow'],
    ['done later than the day that is asked about', '2024-05-06 09:00', '2024-04-30', {}, 'waiting'],
    ['never late where no day was set', null, '2024-12-31', { dueOn: null }, 'waiting'],
    ['within two working days over a weekend', '2024-04-29 09:00', '2024-04-30', { fast: { ...FAST, days: 'working' } }, 'in_time'],
    ['on a day worked in exchange', '2024-04-28 18:00', '2024-04-30', { fast: { ...FAST, days: 'working' } }, 'fast'],
    ['never fast after the due day', '2024-04-26 09:00', '2024-04-27', { dueOn: '2024-04-25' }, 'slow'],
  ] as const)('%s', (_, at, day, over, speed) => {
    expect(standingOf(at, day, over)?.speed).toBe(speed);
  });

  it('says the rule in words', () => {
    expect(fastWords(FAST)).toBe('提示后 2 个自然日内完成为落实较快，超过完成时限的为落实迟缓');
    expect(fastWords({ within: 3, days: 'working', first: 5 })).toContain('3 个工作日内完成且为前 5 名');
  });
});

describe('O07: order of completion', () => {
  const units = Array.from({ length: 17 }, (_, i) => `u${i}`);
  const first = ['u5', 'u3', 'u11', 'u0', 'u16'];
  const events = first.map((id, i) => said(id, 'done', `2024-04-26 ${String(9 + i).padStart(2, '0')}:00`));
  const fast = (rule: Partial<FastRule>, more: readonly PromptEvent[] = []) =>
    unitsOf(
      promptStandings(terms({ dueOn: null, fast: { ...FAST, ...rule } }), units, [...events, ...more], '2024-05-06', WORK_CALENDAR),
      'fast',
    );

  it('of 17 units gives the fast ones', () => {
    expect(fast({}, [said('u1', 'done', '2024-04-29 09:00')])).toEqual(first);
    expect(fast({ first: 3 })).toEqual(first.slice(0, 3));
  });

  it('is shared by those of one moment, and never cut between them', () => {
    expect(fast({ first: 5 }, [said('u9', 'done', '2024-04-26 13:00')])).toEqual(['u5', 'u3', 'u11', 'u0', 'u9', 'u16']);
    expect(fast({ first: 5 }, [said('u9', 'done', '2024-04-26 13:01')])).toEqual(first);
  });

  it('goes by the completion that stands after one was returned', () => {
    const again = [said('u5', 'returned', '2024-04-26 10:30'), said('u5', 'done', '2024-04-27 08:00')];
    expect(fast({}, again)).toEqual(['u3', 'u11', 'u0', 'u16', 'u5']);
    expect(fast({}, again.slice(0, 1))).toEqual(first.slice(1));
  });

  it('takes a completion for a receipt', () => {
    const [standing] = promptStandings(terms(), ['u5'], events, '2024-04-30', WORK_CALENDAR);
    expect(standing).toMatchObject({ receivedAt: '2024-04-26T01:00:00.000Z', place: 1, days: 1 });
  });
});
