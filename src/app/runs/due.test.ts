import { describe, expect, it } from 'vitest';
import { instantOf } from '../../core/date.ts';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import { dueRuns } from './due.ts';

const kinds = (day: string, time: string, done: string[] = []) =>
  dueRuns(instantOf(day, time), new Set(done), WORK_CALENDAR).map((run) => run.kind);

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

  it('looks at least twenty times a day', () => {
    const day = Array.from({ length: 24 }, (_, hour) => kinds('2026-11-21', `${String(hour).padStart(2, '0')}:10`)).flat();
    expect(new Set(day).size).toBeGreaterThanOrEqual(20);
  });
});
