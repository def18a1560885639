import { dateAt, daysBetween } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { endLookOrder, type LookNews, type LookOrder, openLookOrders, startLookOrder } from '../../store/look-orders.ts';
import type { Queue } from '../../store/queue.ts';
import { findRun } from '../../store/runs.ts';
import { recheckCancelled } from '../filings/recheck-cancelled.ts';
import type { App } from '../open.ts';
import { settleDay } from '../runs/settle-day.ts';
import { startRun } from '../runs/start-run.ts';
import { tellWhoAsked } from './tell-who-asked.ts';

/** After so many days nobody waits for it any more; what does not come to an end must not stand against the next one for ever. */
const GIVEN_UP_AFTER_DAYS = 2;

/** Does some work for one order; what fails is told at the end of the round and holds up no other. */
type Attempt = (work: () => Promise<unknown>) => Promise<unknown>;

/** Begins what was asked for. A day that is over is not begun: what is seen now is of another one. */
export async function beginLookOrders(app: App, queue: Queue, attempt: Attempt): Promise<void> {
  for (const order of await openLookOrders(app.db)) if (order.runId === null) await attempt(() => begin(app, queue, order));
}

async function begin(app: App, queue: Queue, order: LookOrder): Promise<void> {
  const { areaId, id, day, whole, channels } = order;
  if (dateAt(app.now()) !== day) return giveUp(app, order, 'lapsed');
  // The same name again is the same run: whoever was killed between the two may do both again.
  const asked = whole
    ? startRun(app, queue, areaId, day, 'daily')
    : startRun(app, queue, areaId, day, `again-${id}`, { only: new Set(channels) });
  const run = await asked.catch((error: unknown) => {
    if (error instanceof MingchaError && error.code === 'not-found') return null;
    throw error;
  });
  if (run === null) return giveUp(app, order, 'failed');
  await startLookOrder(app.db, order, run.id);
}

/** Judges the days of what has been looked at, and brings them into the ledger. */
export async function settleLookOrders(app: App, attempt: Attempt): Promise<void> {
  for (const order of await openLookOrders(app.db))
    if (order.runId !== null) await attempt(() => settle(app, order, order.runId as string));
}

async function settle(app: App, order: LookOrder, runId: string): Promise<void> {
  if (daysBetween(order.day, dateAt(app.now())) > GIVEN_UP_AFTER_DAYS) return giveUp(app, order, 'failed');
  const run = await findRun(app.db, runId);
  if (run?.state === 'queued' || run?.state === 'running') return;
  if (run?.state !== 'done') return giveUp(app, order, 'failed');
  const { areaId, day } = order;
  await recheckCancelled(app, areaId);
  const at = app.now();
  try {
    await settleDay(app, areaId, day, at, async (within, { opened, events }) => {
      const of = (act: string): number => events.filter((event) => event.act === act).length;
      const news: LookNews = { found: opened.length, reopened: of('reopened'), gone: of('rechecked_fixed') };
      // Of two schedulers at once the second takes back what it did.
      if (!(await endLookOrder(within.db, order, { outcome: 'done', news }, at))) throw new Settled();
      await tellWhoAsked(within, order, run, news);
    });
  } catch (error) {
    if (error instanceof Settled) return;
    // A later act of a person stands against it, and will tomorrow: the day keeps the judgement it has.
    if (error instanceof MingchaError && error.code === 'refused') return giveUp(app, order, 'failed');
    throw error;
  }
}

class Settled extends Error {}

async function giveUp(app: App, order: LookOrder, outcome: 'lapsed' | 'failed'): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const within: App = { ...app, db: trx };
    if (await endLookOrder(trx, order, { outcome }, app.now())) await tellWhoAsked(within, order, null, null);
  });
}
