import { addDays, type CalendarDate, dateAt } from '../../core/date.ts';
import { listAreas } from '../../store/areas.ts';
import { listJudgements } from '../../store/judgements.ts';
import { type Queue, requeueLost } from '../../store/queue.ts';
import { listRuns } from '../../store/runs.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type App, loadCalendar } from '../open.ts';
import { dueRuns } from './due.ts';
import { settleDay } from './settle-day.ts';
import { startRun } from './start-run.ts';

/** Runs looked back at when deciding what is due: a day of hourly rounds and the day's run. */
const RUNS_BACK = 60;

/**
 * One round of the scheduler: queues again what a killed process left open, begins what is due, judges what has been
 * looked at. Everything is asked of the database, so it may be killed at any moment and simply asked again.
 */
export async function tick(app: App, queue: Queue): Promise<void> {
  await requeueLost(queue, app.db);
  const calendar = await loadCalendar(app.db);
  for (const area of await listAreas(app.db)) {
    const settings = await readAreaSettings(app.db, area.id);
    if (!settings.scheduled || settings.clock === 'simulated') continue;
    const runs = await listRuns(app.db, area.id, RUNS_BACK);
    const begun = new Set(runs.map((run) => `${run.day} ${run.kind}`));
    for (const { day, kind } of dueRuns(app.now(), begun, calendar)) await startRun(app, queue, area.id, day, kind);
    await judgeFinished(
      app,
      area.id,
      runs.filter((run) => run.kind === 'daily' && run.state === 'done').map((run) => run.day),
    );
  }
}

async function judgeFinished(app: App, areaId: string, days: readonly CalendarDate[]): Promise<void> {
  const oldest = addDays(dateAt(app.now()), -7);
  for (const day of [...days].sort().filter((done) => done >= oldest)) {
    if ((await listJudgements(app.db, areaId, day)).length > 0) continue;
    await settleDay(app, areaId, day, app.now());
  }
}
