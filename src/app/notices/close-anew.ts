import type { Instant } from '../../core/date.ts';
import type { Actor } from '../../ledger/event.ts';
import type { Notice } from '../../store/notices.ts';
import { isIssuedOn } from '../../store/notices.ts';
import { findPeriod } from '../../store/periods.ts';
import type { App } from '../open.ts';
import { closePeriod } from '../periods/close-period.ts';
import { todayOf } from '../views/area-of.ts';

/**
 * Closes the period of a draft anew at its own cut-off before it is frozen anew, so that no result goes on blaming a unit for what was
 * taken back since. What another notice on the period has published stands; only a correction takes the place of it.
 * Throws 'refused' while findings wait for a person.
 */
export async function closeAnew(
  app: App,
  { areaId, periodId, supersedes }: Pick<Notice, 'areaId' | 'periodId' | 'supersedes'>,
  { by, at }: { by: Actor; at: Instant },
): Promise<void> {
  const kept = await findPeriod(app.db, areaId, periodId);
  const corrects = supersedes !== null;
  if (!kept || (!corrects && (await isIssuedOn(app.db, areaId, periodId)))) return;
  await closePeriod(app, areaId, periodId, { cutoff: kept.cutoff, day: await todayOf(app, areaId), at, by, corrects });
}
