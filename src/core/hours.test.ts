import { describe, expect, it } from 'vitest';
import { instantOf } from './date.ts';
import { isWithin, msUntil } from './hours.ts';

const NIGHT = { from: '22:00', to: '06:00' };
const OFFICE = { from: '08:30', to: '17:30' };
const at = (time: string) => instantOf('2026-11-20', time);

describe('hours of the day', () => {
  it.each([
    [NIGHT, '21:59', false, 1],
    [NIGHT, '22:00', true, 0],
    [NIGHT, '00:00', true, 0],
    [NIGHT, '05:59', true, 0],
    [NIGHT, '06:00', false, 16 * 60],
    [OFFICE, '08:29', false, 1],
    [OFFICE, '08:30', true, 0],
    [OFFICE, '17:29', true, 0],
    [OFFICE, '17:30', false, 15 * 60],
  ])('%j at %s: within %s, begins in %d minutes', (hours, time, within, minutes) => {
    expect(isWithin(hours, at(time))).toBe(within);
    expect(msUntil(hours, at(time))).toBe(minutes * 60_000);
  });
  it('counts the seconds of a minute that has begun', () => expect(msUntil(NIGHT, '2026-11-20T13:59:30.000Z')).toBe(30_000));
});
