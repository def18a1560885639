import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, instantOf } from '../core/date.ts';
import { dutyDayAt, goesToDeputy } from './duty.ts';

const DAY: CalendarDate = '2024-10-12';

describe('whose duty a moment is', () => {
  it.each([
    ['00:00', addDays(DAY, -1)],
    ['02:10', addDays(DAY, -1)],
    ['08:29', addDays(DAY, -1)],
    ['08:30', DAY],
    ['23:59', DAY],
  ])('at %s it is the roster of %s', (time, day) => {
    expect(dutyDayAt(instantOf(DAY, time), '08:30')).toBe(day);
  });
  it('a roster that changes at midnight', () => {
    expect(dutyDayAt(instantOf(DAY, '00:00'), '00:00')).toBe(DAY);
  });
});

describe('the deputy (S02)', () => {
  const alarm = { at: instantOf(DAY, '02:10'), answeredAt: null };
  it('hears of it 30 minutes later, not a second before', () => {
    expect(goesToDeputy(alarm, '2024-10-11T18:39:59.999Z', 30)).toBe(false);
    expect(goesToDeputy(alarm, instantOf(DAY, '02:40'), 30)).toBe(true);
  });
  it('never of one that was answered', () => {
    expect(goesToDeputy({ ...alarm, answeredAt: instantOf(DAY, '02:39') }, instantOf(DAY, '05:00'), 30)).toBe(false);
  });
});
