import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Reconciliation } from '../../ledger/reconcile.ts';
import type { Queue } from '../../store/queue.ts';
import { type DayJudgement, judgeDay } from '../judge/judge-day.ts';
import { reconcileDay } from '../ledger/reconcile-day.ts';
import type { App } from '../open.ts';
import { awaitRun, type RunStep } from './await-run.ts';
import { startRun } from './start-run.ts';

export interface DayResult {
  runId: string;
  judgement: DayJudgement;
  news: Reconciliation;
}

/** One monitored day of an area, whole: look (by whatever workers there are), judge, bring into the ledger. */
export async function runDay(
  app: App,
  queue: Queue,
  areaId: string,
  day: CalendarDate,
  options: { at: Instant; onStep?: (step: RunStep) => void; signal?: AbortSignal },
): Promise<DayResult> {
  const run = await startRun(app, queue, areaId, day, 'daily');
  await awaitRun(app, run.id, options.onStep ?? (() => undefined), options.signal);
  const judgement = await judgeDay(app, areaId, day);
  const news = await reconcileDay(app, areaId, day, judgement.observations, options.at);
  return { runId: run.id, judgement, news };
}
