import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { type ActDraft, apply } from '../../ledger/apply.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { problemsInScope } from '../../store/rectify.ts';
import type { Db } from '../../store/schema.ts';
import type { App } from '../open.ts';
import { appendToLedger } from './append.ts';

const WORDS = 40;

/** Problems by id with their history, only those the scope holds. @throws not-found when one is missing. */
export async function entriesInScope(db: Db, areaId: string, ids: readonly string[], scope: Scope): Promise<LedgerEntry[]> {
  const wanted = [...new Set(ids)];
  const rows = await problemsInScope(db, areaId, wanted, scope);
  if (rows.length < wanted.length) throw new MingchaError('not-found', '台账中没有这个问题。', '请刷新问题台账后重新选择。');
  const histories = await listEventsOf(db, wanted);
  return rows.map(({ projection: _projection, ...problem }) => ({ problem, events: histories.get(problem.id) ?? [] }));
}

/**
 * One act on each of some problems, all or nothing; `within` is done in the same transaction. Answers the events written.
 * @throws not-found for a problem outside the area or the scope; refused naming every problem that does not allow the act;
 * conflict when somebody else has just dealt with one.
 */
export async function actOnSelected(
  app: Pick<App, 'db'>,
  areaId: string,
  { ids, scope }: { ids: readonly string[]; scope: Scope },
  draftOf: (entry: LedgerEntry) => ActDraft,
  within: (trx: Db, events: readonly ProblemEvent[]) => Promise<void> = async () => undefined,
): Promise<ProblemEvent[]> {
  const entries = await entriesInScope(app.db, areaId, ids, scope);
  const events: ProblemEvent[] = [];
  const refusals: { entry: LedgerEntry; error: MingchaError }[] = [];
  for (const entry of entries) {
    try {
      events.push(apply(entry.problem, entry.events, draftOf(entry)));
    } catch (error) {
      if (!(error instanceof MingchaError)) throw error;
      refusals.push({ entry, error });
    }
  }
  if (refusals.length > 0) throw refusalOf(refusals, entries.length);
  await app.db.transaction().execute(async (trx) => {
    await appendToLedger(trx, entries, { events });
    await within(trx, events);
  });
  return events;
}

/** One problem: its own reason. Several: how many, and each with its own. */
function refusalOf(refusals: readonly { entry: LedgerEntry; error: MingchaError }[], of: number): MingchaError {
  const [first] = refusals;
  if (first && of === 1) return first.error;
  return new MingchaError('refused', `所选 ${of} 个问题中有 ${refusals.length} 个不能这样办理，都没有改动。`, '请去掉这些问题后重试。', {
    faults: refusals.map(({ entry, error }) => ({
      field: entry.problem.text.slice(0, WORDS),
      value: entry.problem.id,
      message: `${error.message}；${error.next}`,
    })),
  });
}
