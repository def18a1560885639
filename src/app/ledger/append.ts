import { periodsOpen } from '../../ledger/close-period.ts';
import type { Problem, ProblemEvent } from '../../ledger/event.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { appendEvents, type Entry } from '../../store/problem-events.ts';
import type { Projection } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import { tellOfActs } from '../messages/tell-acts.ts';
import { chargeOpened } from './charge.ts';

/**
 * New problems and further events of known ones, decided on `known`; written in one piece with the projection they give, and
 * with the messages to those whose move is next. Histories that come in whole are told to nobody.
 */
export async function appendToLedger(
  db: Db,
  known: readonly LedgerEntry[],
  news: { opened?: readonly { problem: Problem; event: ProblemEvent }[]; events?: readonly ProblemEvent[] },
): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => appendToLedger(trx, known, news));
  const before = new Map(known.map((entry) => [entry.problem.id, entry.events]));
  const added = new Map<string, ProblemEvent[]>();
  const fresh = new Map<string, Problem>();
  for (const { problem, event } of await chargeOpened(db, news.opened ?? [])) {
    fresh.set(problem.id, problem);
    added.set(problem.id, [event]);
  }
  for (const event of news.events ?? []) added.set(event.problemId, [...(added.get(event.problemId) ?? []), event]);
  const entries = [...added].map(([id, events]): Entry => {
    const problem = fresh.get(id);
    return {
      ...(problem ? { problem } : {}),
      events: events as [ProblemEvent, ...ProblemEvent[]],
      projection: projectionOf([...(before.get(id) ?? []), ...events]),
    };
  });
  if (entries.length > 0) await appendEvents(db, entries);
  const problems = new Map(known.map(({ problem }) => [problem.id, problem]));
  await tellOfActs(
    db,
    (news.events ?? []).flatMap((event) => {
      const problem = problems.get(event.problemId);
      return problem ? [{ problem, event }] : [];
    }),
  );
}

/** What lists show of a history. */
export function projectionOf(events: readonly ProblemEvent[]): Projection {
  const state = project(events);
  const last = state.carriedPeriods.at(-1);
  return {
    status: state.status,
    lastActOn: state.lastActOn,
    dueOn: state.due,
    dueProvisional: state.dueProvisional,
    // Periods at whose close it stood in the stock, without a gap; 1 before the first.
    periods: last === undefined ? 1 : periodsOpen(state, last),
  };
}
