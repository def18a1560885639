import type { MatterAct, MatterKind } from '../../core/account-matter.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import { addWorkingDays } from '../../core/work-calendar.ts';
import type { MatterActData } from '../../subjects/account-matter.ts';
import type { Platform } from '../../subjects/channel.ts';
import { graceDays } from '../../subjects/filing.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';

/** Acts after which the unit has the area's usual time to rectify. */
const UNIT_TO_ACT: readonly MatterAct[] = ['found', 'ordered', 'chose_closing', 'sent_back', 'rechecked_alive', 'returned'];

/**
 * Last day the unit has after an act, or for an accepted cancelling the first day of the recheck: the platform's grace time
 * after the cancelling, or the later day the office names. Null where no day is set.
 */
export async function dueAfter(
  app: Pick<App, 'db'>,
  areaId: string,
  kind: MatterKind,
  act: MatterAct,
  day: CalendarDate,
  data: MatterActData & { platform?: Platform },
): Promise<CalendarDate | null> {
  if (act === 'accepted' && kind === 'cancel') return data.dueOn ?? addDays(data.from ?? day, graceDays(data.platform ?? 'other'));
  const closes = (act === 'granted' && (kind === 'close' || kind === 'cancel')) || (act === 'refused' && kind === 'found');
  if (!closes && !UNIT_TO_ACT.includes(act)) return null;
  const { rectifyWithinWorkingDays } = await readAreaSettings(app.db, areaId);
  return addWorkingDays(day, rectifyWithinWorkingDays, await loadCalendar(app.db)).day;
}
