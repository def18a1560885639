import { groupBy } from '../../checks/lib/group-by.ts';
import type { Observation } from '../../checks/observation.ts';
import { stableId } from '../../core/id.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { apply } from '../../ledger/apply.ts';
import { actOfLook, type LookOutcome, outcomeOfLook } from '../../ledger/asked-look.ts';
import type { Actor, ProblemEvent } from '../../ledger/event.ts';
import { project } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { factsOfRun } from '../../store/facts.ts';
import type { Queue } from '../../store/queue.ts';
import { openOrders, type RecheckOrder, settleOrder, startOrders } from '../../store/rectify-orders.ts';
import { findRun, type Run } from '../../store/runs.ts';
import { listTargets } from '../../store/targets.ts';
import { readAreaSettings } from '../area-settings.ts';
import { observe } from '../judge/judge-day.ts';
import { entriesInScope } from '../ledger/act-on-selected.ts';
import { appendToLedger } from '../ledger/append.ts';
import { OFFICE_BY_RULE } from '../ledger/reconcile-day.ts';
import type { App } from '../open.ts';
import { startRun } from '../runs/start-run.ts';
import { todayOf } from '../views/area-of.ts';

const MACHINE: Actor = { role: 'machine', unitId: null, name: '明察' };
/** Facts that an act names as what it rests on. */
const MOST_EVIDENCE = 20;

/**
 * One round for the looks that were asked for (机器复核): begins a run of just those channels, and when a run has ended
 * says of each problem what it saw. All that is waited for stands in the database, so a kill loses nothing.
 */
export async function workOrders(app: App, queue: Queue): Promise<void> {
  for (const [areaId, orders] of groupBy(await openOrders(app.db), (order) => order.areaId)) {
    await begin(
      app,
      queue,
      areaId,
      orders.filter(({ runId }) => runId === null),
    );
    for (const [runId, some] of groupBy(
      orders.filter((order) => order.runId !== null),
      (order) => order.runId as string,
    )) {
      const run = await findRun(app.db, runId);
      if (run === null || run.state === 'failed' || run.state === 'cancelled') await giveUp(app, some);
      else if (run.state === 'done') await settle(app, run, some);
    }
  }
}

async function begin(app: App, queue: Queue, areaId: string, orders: readonly RecheckOrder[]): Promise<void> {
  const [newest] = orders.toSorted((a, b) => (a.orderedAt < b.orderedAt ? 1 : -1));
  if (!newest) return;
  const day = await todayOf(app, areaId);
  const channels = new Set(orders.map(({ channelId }) => channelId));
  const name = stableId('recheck', newest.orderedAt, ...[...channels].sort());
  const run = await startRun(app, queue, areaId, day, `recheck-${name.split('_')[1]}`, { only: channels });
  await startOrders(app.db, orders, run.id);
}

async function giveUp(app: App, orders: readonly RecheckOrder[]): Promise<void> {
  for (const order of orders) await settleOrder(app.db, order, 'unclear', app.now());
}

async function settle(app: App, run: Run, orders: readonly RecheckOrder[]): Promise<void> {
  const { areaId, day } = run;
  const looked = new Set((await listTargets(app.db, run.id, 'done')).map(({ channelId }) => channelId));
  const { observations } = await observe(app, areaId, day, looked);
  const { autoClose } = await readAreaSettings(app.db, areaId);
  for (const order of orders) {
    const [entry] = await entriesInScope(app.db, areaId, [order.problemId], WHOLE_AREA);
    if (!entry) continue;
    const { outcome, evidence } = await said(app, run, entry, observations, looked);
    const events = eventsOf(entry, outcome, { order, day, at: app.now(), evidence, autoClose: autoClose.includes(entry.problem.category) });
    await app.db.transaction().execute(async (trx) => {
      if (await settleOrder(trx, order, outcome, app.now())) await appendToLedger(trx, [entry], { events });
    });
  }
}

/** What this very look says: without a fact of its own about the subject, what is known is older and says nothing. */
async function said(
  app: App,
  run: Run,
  { problem, events }: LedgerEntry,
  observations: readonly Observation[],
  looked: ReadonlySet<string>,
): Promise<{ outcome: LookOutcome; evidence: readonly string[] }> {
  const state = project(events);
  if (problem.channelId === null || !looked.has(problem.channelId)) return { outcome: 'unclear', evidence: [] };
  const answer = outcomeOfLook(problem, state, observations);
  const column = observations.some(({ subjectId, subjectType }) => subjectId === state.subject && subjectType === 'column');
  const facts = await factsOfRun(app.db, problem.channelId, run.id, column ? state.subject : null, MOST_EVIDENCE);
  if (facts.length === 0) return { outcome: 'unclear', evidence: [] };
  return answer.evidence.length > 0 ? answer : { ...answer, evidence: facts };
}

function eventsOf(
  entry: LedgerEntry,
  outcome: LookOutcome,
  look: { order: RecheckOrder; day: string; at: string; evidence: readonly string[]; autoClose: boolean },
): ProblemEvent[] {
  const { problem, events } = entry;
  const { order, at, evidence } = look;
  const state = project(events);
  const claimedAt = events.findLast(({ act }) => act === 'reported_fixed')?.at ?? null;
  const act = actOfLook(state, outcome, { day: look.day, askedAt: order.orderedAt, claimedAt });
  // An act may have come in meanwhile on a later day.
  const day = state.lastActOn > look.day ? state.lastActOn : look.day;
  if (act === null) return [];
  const reason = `应${order.orderedBy}要求复查：${act === 'rechecked_fixed' ? '已不存在' : '仍然存在'}`;
  const done = apply(problem, events, { act, at, day, by: MACHINE, reason, data: { evidence } });
  if (act === 'rechecked_not' || !look.autoClose) return [done];
  const close = {
    act: 'closed' as const,
    at,
    day,
    by: OFFICE_BY_RULE,
    reason: '机器复核已整改，按办公室设定自动销号',
    data: { auto: true },
  };
  return [done, apply(problem, [...events, done], close)];
}
