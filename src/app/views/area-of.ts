import { type CalendarDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { findArea } from '../../store/areas.ts';
import { type AreaPeriod, listPeriods } from '../../store/periods.ts';
import { lastActDay } from '../../store/problems.ts';
import type { Area } from '../../subjects/area.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';

/** The area of an address. Throws 'not-found'. */
export async function areaOf(app: App, areaId: string): Promise<Area> {
  const area = await findArea(app.db, areaId);
  if (area) return area;
  throw new MingchaError('not-found', '没有这个地区。', '请从页面上方重新选择地区。');
}

/** Periods of an area of both kinds, the newest first. */
export async function periodsOf(app: App, areaId: string): Promise<AreaPeriod[]> {
  const [months, quarters] = await Promise.all([listPeriods(app.db, areaId, 'month'), listPeriods(app.db, areaId, 'quarter')]);
  return [...months, ...quarters].sort((a, b) => (a.to === b.to ? a.from.localeCompare(b.from) : b.to.localeCompare(a.to)));
}

/** The period asked for, or the newest one; null when none was reckoned yet. Throws 'not-found' for one that is not there. */
export async function choosePeriod(app: App, areaId: string, periodId: string | undefined): Promise<AreaPeriod | null> {
  const periods = await periodsOf(app, areaId);
  if (periodId === undefined) return periods[0] ?? null;
  const period = periods.find(({ id }) => id === periodId);
  if (period) return period;
  throw new MingchaError('not-found', `本地区没有 ${periodId} 这一期的统计结果。`, '请从页面上方重新选择期数。');
}

/**
 * The day "now" means for an area: today, or for a sample area, whose sites live in the past, the cut-off of its newest
 * period or the newest act of its ledger, whichever is later: its deadlines are not years late, and no act comes before another.
 */
export async function todayOf(app: App, areaId: string): Promise<CalendarDate> {
  const { clock } = await readAreaSettings(app.db, areaId);
  if (clock === 'simulated') {
    const [newest] = (await periodsOf(app, areaId)).toSorted((a, b) => b.cutoff.localeCompare(a.cutoff));
    const acted = await lastActDay(app.db, areaId);
    if (newest) return acted !== null && acted > newest.cutoff ? acted : newest.cutoff;
  }
  return dateAt(app.now());
}
