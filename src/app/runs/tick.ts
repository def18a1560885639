import { groupBy } from '../../checks/lib/group-by.ts';
import { addDays, type CalendarDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { judgedSince } from '../../store/judgements.ts';
import { type Queue, requeueLost } from '../../store/queue.ts';
import { type Run, runsSince } from '../../store/runs.ts';
import { readAllSettings } from '../../store/settings.ts';
import { settingsOf } from '../area-settings.ts';
import { recheckCancelled } from '../filings/recheck-cancelled.ts';
import { noteWaiting } from '../likeness/note-waiting.ts';
import { beginLookOrders, settleLookOrders } from '../look-now/work-look-orders.ts';
import { passOnAlarms } from '../messages/pass-on.ts';
import { remindUnits } from '../messages/remind-units.ts';
import { type App, loadCalendar } from '../open.ts';
import { remindOfPrompts } from '../prompts/remind-missing.ts';
import { remindOfReports } from '../rectify/remind-reports.ts';
import { workOrders } from '../rectify/work-orders.ts';
import { stockDueToLists } from '../wording/stock.ts';
import { dueRuns } from './due.ts';
import { settleDay } from './settle-day.ts';
import { startRun } from './start-run.ts';

/** A day that was looked at is judged within this time, or never by the scheduler. */
const JUDGED_WITHIN_DAYS = 7;

/**
 * One round of the scheduler: queues again what lost its job, begins what is due, judges what has been looked at.
 * Everything is asked of the database, for all areas at once, so it may be killed at any moment and simply asked again.
 * An area that fails holds up no other; what failed is told at the end.
 */
export async function tick(app: App, queue: Queue): Promise<void> {
  const failures: unknown[] = [];
  const attempt = (work: () => Promise<unknown>): Promise<unknown> => work().catch((error: unknown) => failures.push(error));
  await requeueLost(queue, app.db);
  const calendar = await loadCalendar(app.db);
  const oldest = addDays(dateAt(app.now()), -JUDGED_WITHIN_DAYS);
  const runs = groupBy(await runsSince(app.db, oldest), (run) => run.areaId);
  const areas = await readAllSettings(app.db);
  await attempt(() => passOnAlarms(app));
  await attempt(() => workOrders(app, queue));
  await attempt(() => beginLookOrders(app, queue, attempt));
  await attempt(() => noteWaiting(app));
  for (const [areaId, kept] of areas) {
    await attempt(async () => {
      const settings = settingsOf(kept);
      if (settings.clock === 'simulated') return;
      await attempt(() => remindUnits(app, areaId, settings, calendar));
      await attempt(() => remindOfPrompts(app, areaId, settings, calendar));
      await attempt(() => remindOfReports(app, areaId, settings, calendar));
      if (!settings.scheduled) return;
      for (const { day, kind } of dueRuns(app.now(), begunOf(runs.get(areaId) ?? []), calendar, settings))
        await attempt(() => startRun(app, queue, areaId, day, kind, { spread: true }));
      await attempt(() => stockDueToLists(app, areaId));
    });
  }
  // Judging takes longer than anything else here, so whatever is due has been begun before. Somebody waits for what was asked for.
  await attempt(() => settleLookOrders(app, attempt));
  const judged = new Set((await judgedSince(app.db, oldest)).map(({ areaId, day }) => `${areaId} ${day}`));
  for (const { areaId, day } of finishedDays([...runs.values()].flat(), oldest)) {
    if (judged.has(`${areaId} ${day}`)) continue;
    await attempt(async () => {
      const { scheduled, clock } = settingsOf(areas.get(areaId) ?? new Map());
      if (!scheduled || clock !== 'real') return;
      await settleDay(app, areaId, day, app.now());
      await recheckCancelled(app, areaId);
    });
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(told).join('\n'));
}

const begunOf = (runs: readonly Run[]) => ({
  runs: new Set(runs.map((run) => `${run.day} ${run.kind}`)),
  lastSweep: runs.reduce<CalendarDate | null>(
    (last, { kind, day }) => (kind.startsWith('sweep') && (last === null || day > last) ? day : last),
    null,
  ),
});

const finishedDays = (runs: readonly Run[], oldest: CalendarDate): Run[] =>
  runs
    .filter(({ kind, state, day }) => kind === 'daily' && state === 'done' && day >= oldest)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

const told = (error: unknown): string =>
  error instanceof MingchaError ? `${error.message} ${error.next}` : String((error as Error).stack ?? error);
