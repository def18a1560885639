import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Queue } from '../../store/queue.ts';
import type { App } from '../open.ts';
import { awaitRun, type RunStep } from './await-run.ts';
import { type SettledDay, settleDay } from './settle-day.ts';
import { startRun } from './start-run.ts';

export interface DayResult extends SettledDay {
  runId: string;
}

/**
 * One monitored day of an area, whole: look (by whatever workers there are), judge, bring into the ledger; `further` acts
 * of the day are kept together with its judgement. Without `at` it enters the ledger when the looking has ended: nothing is found
 * before its evidence.
 */
export async function runDay(
  app: App,
  queue: Queue,
  areaId: string,
  day: CalendarDate,
  options: { at?: Instant; onStep?: (step: RunStep) => void; signal?: AbortSignal; further?: (app: App) => Promise<void> },
): Promise<DayResult> {
  const run = await startRun(app, queue, areaId, day, 'daily');
  await awaitRun(app, run.id, options.onStep ?? (() => undefined), options.signal);
  return { runId: run.id, ...(await settleDay(app, areaId, day, options.at ?? app.now(), options.further)) };
}
