import type { Instant } from '../../core/date.ts';
import type { Actor } from '../../ledger/event.ts';
import { isTakenBackAfter } from '../../store/never-were.ts';
import { findPeriod } from '../../store/periods.ts';
import type { App } from '../open.ts';
import { closeAnew } from './close-anew.ts';
import { draftNotice } from './draft-notice.ts';
import type { NoticeChoice } from './snapshot.ts';

/**
 * A draft on a closed period for somebody at the page. What was taken back since the closing blames nobody: the period is closed anew
 * first (`closeAnew`). Throws as `draftNotice` does, and 'refused' while findings wait for a person.
 */
export async function draftAsked(
  app: App,
  { areaId, periodId, template, choice }: { areaId: string; periodId: string; template: string; choice: NoticeChoice },
  { by, at }: { by: Actor; at: Instant },
): Promise<string> {
  const kept = await findPeriod(app.db, areaId, periodId);
  if (kept && (await isTakenBackAfter(app.db, areaId, kept.cutoff)))
    await closeAnew(app, { areaId, periodId, supersedes: null }, { by, at });
  return draftNotice(app, areaId, periodId, template, choice, at);
}
