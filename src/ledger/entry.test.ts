import { describe, expect, it } from 'vitest';
import { instantOf } from '../core/date.ts';
import type { MingchaError } from '../core/error.ts';
import { WORK_CALENDAR } from '../core/work-calendar.ts';
import { contradictedBy, enterProblem, type ProblemEntry } from './entry.ts';
import { AREA, actor } from './ledger.fixture.ts';

const entry: ProblemEntry = {
  areaId: AREA,
  unitId: 'unit_scz',
  channelId: 'account_scz',
  category: 'account_stale',
  place: { label: '三川镇微博', url: null },
  text: '超过两周未更新',
  measured: { lastUpdate: '2020-02-11', limit: 'P14D' },
  foundOn: '2020-02-26',
};
const enter = (over: Partial<ProblemEntry>, foundOn = over.foundOn ?? entry.foundOn) =>
  enterProblem({ ...entry, ...over }, { at: instantOf(foundOn, '09:00'), by: actor('office') }, WORK_CALENDAR);

describe('entering a problem by hand', () => {
  it('refuses a stale claim that its own dates do not support, with the days counted (seeds M25)', () => {
    try {
      enter({ foundOn: '2020-02-16' });
      expect.unreachable();
    } catch (error) {
      expect((error as MingchaError).code).toBe('refused');
      expect((error as MingchaError).message).toContain('5天');
    }
  });

  it('refuses on the last day in time and accepts on the day after', () => {
    expect(() => enter({ foundOn: '2020-02-25' })).toThrow(/14天/);
    expect(enter({ foundOn: '2020-02-26' })).toMatchObject({ marks: [], event: { seq: 1, act: 'found', day: '2020-02-26' } });
  });

  it('marks a day that is not worked and a claim without dates, without refusing', () => {
    expect(enter({ foundOn: '2020-02-29' }).marks).toEqual(['发现日期2020-02-29不是工作日，请核对']);
    const undated = enter({ measured: {} });
    expect(undated.marks).toEqual(['没有写明最新更新日期和时限，无法核对是否超期']);
    expect(undated.event.data.marks).toEqual(undated.marks);
  });

  it('leaves categories that claim no lateness alone', () => {
    const typo = enter({ category: 'text_error', foundOn: '2020-02-17' });
    expect(typo.marks).toEqual([]);
    expect(contradictedBy('text_error', entry.measured, '2020-02-16')).toBeNull();
    expect(contradictedBy('account_stale', entry.measured, '2020-02-16')).toEqual({ days: 5 });
    expect(contradictedBy('account_stale', entry.measured, '2020-02-26')).toBeNull();
  });

  it('gives the same problem the same id, and another place or day another', () => {
    const id = enter({}).problem.id;
    expect(enter({}).problem.id).toBe(id);
    const others = [
      enter({ foundOn: '2020-02-27' }),
      enter({ place: { label: '别处', url: null } }),
      enter({ text: '别的' }),
      enter({ unitId: 'x' }),
    ];
    expect(new Set([id, ...others.map(({ problem }) => problem.id)]).size).toBe(5);
  });
});
