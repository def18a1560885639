import type { CalendarDate, Instant } from '../../core/date.ts';
import { apply } from '../../ledger/apply.ts';
import { enterProblem, type ProblemEntry } from '../../ledger/entry.ts';
import type { Act, Actor, ProblemEvent } from '../../ledger/event.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { inStock } from '../../ledger/status.ts';
import { stateAfter } from '../../ledger/transitions.ts';
import { listEventsOf } from '../../store/problem-events.ts';
import { findByFingerprints, type LedgerRow, listProblems } from '../../store/problems.ts';
import type { Db } from '../../store/schema.ts';
import { appendToLedger } from '../ledger/append.ts';
import { loadCalendar } from '../open.ts';

export interface Moment {
  day: CalendarDate;
  at: Instant;
}

/**
 * Raises a problem under its fingerprint, or goes on with the one that stands: a closed one is opened again, a suspected one is
 * confirmed where the actor may. Answers its id.
 */
export async function raiseProblem(
  db: Db,
  entry: ProblemEntry & { fingerprint: string },
  { day, at }: Moment,
  by: Actor,
  about: { reason: string; data: ProblemEvent['data'] },
): Promise<string> {
  const [row] = await findByFingerprints(db, entry.areaId, [entry.fingerprint]);
  if (row) {
    const [known] = await withEvents(db, [row]);
    const { status } = project((known as LedgerEntry).events);
    const again = (['confirmed', 'reopened', 'rechecked_not'] as const).find((act) => stateAfter(status, act, by.role) !== null);
    const open = inStock(status);
    if (open && status !== 'rechecked_ok') return row.id;
    if (again) {
      await appendActs(db, [known as LedgerEntry], () => [{ act: again, day, at, by, reason: about.reason, data: about.data }]);
      return row.id;
    }
    if (status === 'suspected') return row.id;
  }
  const { problem, event } = enterProblem(
    { ...entry, recurrenceOf: row?.id ?? null },
    { at, by, data: about.data },
    await loadCalendar(db),
  );
  await appendToLedger(db, [], { opened: [{ problem, event }] });
  return problem.id;
}

interface Step extends Moment {
  act: Act;
  by: Actor;
  reason: string;
  data?: ProblemEvent['data'];
}

/** Takes each problem as many of the steps as its state allows, in their order. */
export async function appendActs(db: Db, entries: readonly LedgerEntry[], steps: (entry: LedgerEntry) => readonly Step[]): Promise<void> {
  const events = entries.flatMap((entry) => {
    const done: ProblemEvent[] = [];
    for (const step of steps(entry)) {
      const so = [...entry.events, ...done];
      if (stateAfter(project(so).status, step.act, step.by.role) !== null) done.push(apply(entry.problem, so, step));
    }
    return done;
  });
  await appendToLedger(db, entries, { events });
}

/** Problems of a channel that stand, with their history. */
export async function standingProblems(db: Db, areaId: string, channelId: string): Promise<LedgerEntry[]> {
  const { rows } = await listProblems(db, areaId, { channelIds: [channelId] });
  return withEvents(
    db,
    rows.filter(({ projection }) => inStock(projection.status) || projection.status === 'suspected'),
  );
}

async function withEvents(db: Db, rows: readonly LedgerRow[]): Promise<LedgerEntry[]> {
  const histories = await listEventsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ projection: _projection, ...problem }) => ({ problem, events: histories.get(problem.id) ?? [] }));
}
