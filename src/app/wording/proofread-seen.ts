import { type CalendarDate, instantOf } from '../../core/date.ts';
import { makeFact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import { replacePlaces } from '../../store/proof-items.ts';
import { notePages, pagesGone, pagesSeen } from '../../store/proof-pages.ts';
import type { App } from '../open.ts';
import { readDuePages, tellFixed } from './read-due.ts';

/** Time proofreading may take within the scan of one site; what is left is read in the background. */
const BUDGET_MS = 3_000;

/**
 * Proofreads what a day's scan of a site has opened, so that a grave error reaches a person on the day: new and changed pages from
 * their kept bytes, within a budget. A page that was taken away has no errors any more.
 */
export async function proofreadSeen(
  app: App,
  { siteId, areaId, day, signal }: { siteId: string; areaId: string; day: CalendarDate; signal: AbortSignal },
): Promise<void> {
  const since = instantOf(day, '00:00');
  const due = await notePages(app.db, await pagesSeen(app.db, siteId, since));
  const at = app.now();
  await keepGone(app, siteId, since);
  await tellFixed(app, { areaId, siteId, at });
  if (due > 0) await readDuePages(app, { siteId, areaId, at, fresh: true, budgetMs: BUDGET_MS, signal });
}

async function keepGone(app: App, siteId: string, since: string): Promise<void> {
  for (const { page, look } of await pagesGone(app.db, siteId, since)) {
    const { url, of, columnId, title, publishDate, listsVersion, id } = page;
    const data = { url, columnId, of, outcome: look.data.outcome, title, publishDate, listsVersion: listsVersion ?? '' };
    const nothing = { layers: [], characters: 0, findings: [], truncated: false, collapsed: false };
    const parts = { channelId: siteId, subjectId: id, at: look.at, source: url, how: look.how, blob: look.blob };
    await app.db.transaction().execute(async (trx) => {
      await insertFacts(trx, [makeFact<'proof'>({ kind: 'proof', ...parts, data: { ...data, ...nothing } })]);
      await replacePlaces(trx, { siteId, pageId: id, at: look.at }, [], new Set());
    });
  }
}
