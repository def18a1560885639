import { type Period, parsePeriod, periodOf } from '../../core/period.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from './area-of.ts';

/** The period asked for, whether or not it was reckoned, else the month of today. @throws not-found for an unknown area. */
export async function calendarPeriod(app: App, areaId: string, periodId: string | undefined): Promise<Period> {
  await areaOf(app, areaId);
  return periodId === undefined ? periodOf('month', await todayOf(app, areaId)) : parsePeriod(periodId);
}

/** A period as answers print it. */
export const periodHead = ({ id, label, from, to }: Period) => ({ id, label, from, to });
