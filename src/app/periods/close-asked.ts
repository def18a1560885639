import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { PERIOD_KINDS, type Period, parsePeriod, periodOf, previousPeriod } from '../../core/period.ts';
import type { Actor } from '../../ledger/event.ts';
import { isIssuedOn, listNotices } from '../../store/notices.ts';
import type { PeriodVerdict } from '../../store/periods.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { closePeriod, isOut } from './close-period.ts';

/** A period that can be closed, and the cut-off an office would begin with: its last day, or today while it runs. */
export interface ClosablePeriod extends Period {
  cutoff: CalendarDate;
}

/** The month and the quarter that run and those before, but for the ones a notice was issued on: its figures stand. */
export async function closablePeriods(app: App, areaId: string): Promise<ClosablePeriod[]> {
  const today = await todayOf(app, areaId);
  const issued = await issuedPeriods(app, areaId);
  return PERIOD_KINDS.flatMap((kind) => [periodOf(kind, today), previousPeriod(periodOf(kind, today))])
    .filter(({ id }) => !issued.has(id))
    .map((period) => ({ ...period, cutoff: period.to < today ? period.to : today }));
}

/**
 * Closes a period for somebody at the page. @throws bad-input for a cut-off outside the period or still to come; refused while
 * findings wait for a person, or once a notice on it was issued.
 */
export async function closeAsked(
  app: App,
  areaId: string,
  periodId: string,
  { cutoff, by }: { cutoff: CalendarDate; by: Actor },
): Promise<PeriodVerdict[]> {
  await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  if (cutoff > day) throw new MingchaError('bad-input', `统计截止日 ${cutoff} 还没有到。`, `请填写 ${day} 或之前的日期。`);
  if (await isIssuedOn(app.db, areaId, periodId)) throw isOut(parsePeriod(periodId));
  return closePeriod(app, areaId, periodId, { cutoff, day, at: app.now(), by });
}

async function issuedPeriods(app: App, areaId: string): Promise<Set<string>> {
  return new Set((await listNotices(app.db, areaId)).flatMap(({ state, periodId }) => (state === 'issued' ? [periodId] : [])));
}
