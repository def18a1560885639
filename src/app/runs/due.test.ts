import { describe, expect, it } from 'vitest';
import { instantOf } from '../../core/date.ts';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import type { AreaSettings } from '../area-settings.ts';
import { dueRuns } from './due.ts';

type Looking = AreaSettings['looking'];

const NIGHT = { from: '22:00', to: '06:00' };
const ANY = { hours: null, pages: 400, requests: 3_000, sites: {} };
const NEVER = { everyDays: 0, hours: NIGHT, pages: 30_000 };

const kinds = (day: string, time: string, done: string[] = [], looking: Looking = ANY) =>
  dueRuns(instantOf(day, time), { runs: new Set(done), lastSweep: null }, WORK_CALENDAR, { looking, sweep: NEVER }).map((run) => run.kind);

describe('what is due', () => {
  it.each([
    ['a working day before six', '2026-11-20', '05:59', [], ['probe-05']],
    ['a working day from six on', '2026-11-20', '06:00', [], ['probe-06', 'daily']],
    ['a Saturday', '2026-11-21', '10:00', [], ['probe-10']],
    ['a Sunday worked to make up for a holiday', '2026-10-10', '10:00', [], ['probe-10', 'daily']],
    ['what was begun is not begun again', '2026-11-20', '10:30', ['2026-11-20 daily', '2026-11-20 probe-10'], []],
    [
      'after a night asleep: once, and nothing of the hours that are gone',
      '2026-11-20',
      '15:00',
      ['2026-11-19 daily'],
      ['probe-15', 'daily'],
    ],
  ])('%s', (_name, day, time, done, expected) => {
    expect(kinds(day, time, done)).toEqual(expected);
  });

  it.each([
    ['08:59', ['probe-08']],
    ['09:00', ['probe-09', 'daily']],
    ['17:59', ['probe-17', 'daily']],
    ['18:00', ['probe-18']],
  ])('an area that is looked at from nine to six only, at %s: %j', (time, expected) => {
    expect(kinds('2026-11-20', time, [], { ...ANY, hours: { from: '09:00', to: '18:00' } })).toEqual(expected);
  });

  it.each([
    ['never before, at night', '2026-11-20', '22:00', 30, null, true],
    ['never before, by day', '2026-11-20', '12:00', 30, null, false],
    ['29 days after the last', '2026-11-20', '23:00', 30, '2026-10-22', false],
    ['30 days after the last', '2026-11-20', '23:00', 30, '2026-10-21', true],
    ['the last was begun last night and goes on', '2026-11-21', '02:00', 30, '2026-11-20', false],
    ['months asleep: once', '2026-11-20', '23:00', 30, '2026-02-01', true],
    ['switched off', '2026-11-20', '23:00', 0, null, false],
  ])('a sweep: %s', (_name, day, time, everyDays, lastSweep, expected) => {
    const due = dueRuns(instantOf(day, time), { runs: new Set(), lastSweep }, WORK_CALENDAR, {
      looking: ANY,
      sweep: { ...NEVER, everyDays },
    });
    expect(due.some(({ kind }) => kind === 'sweep')).toBe(expected);
  });

  it('looks at least twenty times a day', () => {
    const day = Array.from({ length: 24 }, (_, hour) => kinds('2026-11-21', `${String(hour).padStart(2, '0')}:10`)).flat();
    expect(new Set(day).size).toBeGreaterThanOrEqual(20);
  });
});
