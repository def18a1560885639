import { setTimeout as sleep } from 'node:timers/promises';
import { MingchaError } from '../../core/error.ts';
import { findRun } from '../../store/runs.ts';
import { runProgress } from '../../store/targets.ts';
import type { App } from '../open.ts';

/** How far a run has come, for a progress bar: channels, and addresses looked at. */
export interface RunStep {
  channels: { done: number; total: number };
  looks: number;
}

const ASK_EVERY_MS = 150;

/** Waits until a run has ended; `onStep` hears how far it has come. The workers may be other processes. */
export async function awaitRun(app: App, runId: string, onStep: (step: RunStep) => void, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const run = await findRun(app.db, runId);
    if (!run) throw new MingchaError('not-found', '这次监测的记录不存在。', '请重新开始监测。');
    const { channels, looks } = await runProgress(app.db, runId);
    const total = channels.waiting + channels.running + channels.done + channels['not-run'];
    onStep({ channels: { done: channels.done + channels['not-run'], total }, looks: looks.done });
    if (run.state === 'done') return;
    if (run.state === 'failed' || run.state === 'cancelled')
      throw new MingchaError('interrupted', '这次监测没有完成。', '请重新运行，已看过的内容不会重看。');
    await sleep(ASK_EVERY_MS, undefined, { signal });
  }
}
