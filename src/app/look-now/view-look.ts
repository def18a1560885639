import type { LookOrder } from '../../store/look-orders.ts';
import { newestLookOrder } from '../../store/look-orders.ts';
import { findRun, type Run } from '../../store/runs.ts';
import { type RunProgress, runProgress } from '../../store/targets.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { checkOwnArea } from './own-area.ts';
import { planLook } from './plan-look.ts';

/** Where an order is (进度). */
export const LOOK_STATES = {
  queued: '排队',
  running: '正在监测',
  judging: '正在判定',
  done: '完成',
  lapsed: '没有开始',
  failed: '没有完成',
} as const;
export type LookState = keyof typeof LOOK_STATES;

/** The newest order of an area with how far it is, and what asking now would do. */
export async function viewLook(app: App, areaId: string, caller: Caller) {
  checkOwnArea(caller, areaId);
  const { whole, channels, refusal } = await planLook(app, areaId);
  const order = await newestLookOrder(app.db, areaId);
  const run = order?.runId ? await findRun(app.db, order.runId) : null;
  return {
    now: app.now(),
    next: { whole, channels: channels.length, refusal: refusal && { message: refusal.message, next: refusal.next } },
    order: order && told(order, run, run && (await runProgress(app.db, run.id))),
  };
}

function told(order: LookOrder, run: Run | null, progress: RunProgress | null) {
  const state = stateOf(order, run);
  const {
    waiting,
    running,
    done,
    'not-run': notRun,
  } = progress?.channels ?? { waiting: order.channels.length, running: 0, done: 0, 'not-run': 0 };
  return {
    id: order.id,
    day: order.day,
    at: order.at,
    by: order.byName,
    whole: order.whole,
    state: { code: state, name: LOOK_STATES[state] },
    done: done + notRun,
    notRun,
    total: waiting + running + done + notRun,
    endedAt: order.endedAt,
    news: order.found === null ? null : { found: order.found, reopened: order.reopened ?? 0, gone: order.gone ?? 0 },
  };
}

function stateOf({ outcome }: LookOrder, run: Run | null): LookState {
  if (outcome !== null) return outcome;
  if (run === null || run.state === 'queued') return 'queued';
  return run.state === 'running' ? 'running' : 'judging';
}
