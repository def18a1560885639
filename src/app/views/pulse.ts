import { RUN_STATE_NAMES } from '../../store/states.ts';
import { newestChange } from '../../store/trail.ts';
import { listRunProgress } from '../../store/views-runs.ts';
import type { App } from '../open.ts';
import { areaOf } from './area-of.ts';

/** How far the newest run is, and a number that rises with every change somebody makes: what an open page follows. */
export async function viewPulse(app: App, areaId: string) {
  await areaOf(app, areaId);
  const [runs, changes] = await Promise.all([listRunProgress(app.db, areaId, null, 1), newestChange(app.db, areaId)]);
  const [run] = runs;
  return {
    changes,
    run: run
      ? {
          ...{ id: run.id, day: run.day, done: run.done, notRun: run.notRun, total: run.total },
          state: { code: run.state, name: RUN_STATE_NAMES[run.state] },
        }
      : null,
  };
}
