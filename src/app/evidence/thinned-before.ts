import { type CalendarDate, isCalendarDate } from '../../core/date.ts';
import type { Db } from '../../store/schema.ts';
import { putSetting, readSettings } from '../../store/settings.ts';

const KEY = 'evidence-thinned-before';

/**
 * The day before which looks of an area have been thinned by rule; null = never. An earlier day that is judged again may
 * come out otherwise: that is the rule's doing, no disagreement with what was kept.
 */
export async function thinnedBefore(db: Db, areaId: string): Promise<CalendarDate | null> {
  const kept = (await readSettings(db, areaId)).get(KEY);
  return typeof kept === 'string' && isCalendarDate(kept) ? kept : null;
}

/** Keeps the day; it never goes back, for what is gone stays gone. */
export async function keepThinnedBefore(db: Db, areaId: string, day: CalendarDate): Promise<void> {
  if (((await thinnedBefore(db, areaId)) ?? '') < day) await putSetting(db, areaId, KEY, day);
}
