import { type ActDraft, apply } from '../../ledger/apply.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { App } from '../open.ts';
import { appendToLedger } from './append.ts';
import { ledgerOf } from './entries.ts';

/**
 * The same act on every problem of an area that `choose` picks; all or nothing.
 * Answers the events written. Throws 'refused' with the reason as soon as one problem does not allow the act.
 */
export async function actOnProblems(
  app: App,
  areaId: string,
  choose: (entry: LedgerEntry, status: ReturnType<typeof project>) => boolean,
  draft: ActDraft | ((entry: LedgerEntry) => ActDraft),
): Promise<ProblemEvent[]> {
  const ledger = await ledgerOf(app.db, areaId);
  const events = ledger
    .filter((entry) => choose(entry, project(entry.events)))
    .map((entry) => apply(entry.problem, entry.events, typeof draft === 'function' ? draft(entry) : draft));
  await appendToLedger(app.db, ledger, { events });
  return events;
}
