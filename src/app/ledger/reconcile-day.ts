import { isCardObservation } from '../../checks/judge-cards.ts';
import type { Observation } from '../../checks/observation.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Actor, Problem } from '../../ledger/event.ts';
import { type Reconciliation, reconcile } from '../../ledger/reconcile.ts';
import { latestCutoffBefore } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import type { Register } from '../../subjects/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { tellGraveProblems } from '../messages/tell-grave.ts';
import { type App, loadCalendar } from '../open.ts';
import { appendToLedger } from './append.ts';
import { ledgerOf } from './entries.ts';

const MACHINE = '明察';
/** In whose name the standing instruction of the office closes what a machine has seen fixed. */
export const OFFICE_BY_RULE: Actor = { role: 'office', unitId: null, name: '办公室（自动销号设定）' };

/**
 * Brings a day's judgement into the ledger: new problems are suspected until a person confirms, fixed ones are rechecked. What persons
 * answered on cards entered it when they answered, with `answeredBy`; a later judgement of the day restates it and must not feed it again.
 */
export async function reconcileDay(
  app: App,
  areaId: string,
  day: CalendarDate,
  observations: readonly Observation[],
  at: Instant,
  answeredBy: string | null = null,
): Promise<Reconciliation> {
  const settings = await readAreaSettings(app.db, areaId);
  const register = await readRegister(app.db, areaId);
  const entries = await ledgerOf(app.db, areaId);
  const news = reconcile({
    areaId,
    entries,
    // The carry-over check restates the ledger itself; it must not feed it.
    observations: observations.filter((o) => o.checkId !== 'carry-over' && isCardObservation(o) === (answeredBy !== null)),
    unitOf: unitFinder(register),
    day,
    at,
    machine: answeredBy === null ? MACHINE : `${answeredBy}（人工检查）`,
    lastCutoff: await latestCutoffBefore(app.db, areaId, day),
    calendar: await loadCalendar(app.db),
    selfFoundWithin: settings.prompts.selfFoundWithin,
    // The standing instruction is about what a machine has seen.
    ...(settings.autoClose.length && answeredBy === null ? { autoClose: { categories: settings.autoClose, by: OFFICE_BY_RULE } } : {}),
  });
  await appendToLedger(app.db, entries, news);
  const problems = new Map(entries.map(({ problem }) => [problem.id, problem]));
  const again = news.events.filter(({ act }) => act === 'reopened');
  await tellGraveProblems(
    app.db,
    areaId,
    [...news.opened, ...again.map((event) => ({ problem: problems.get(event.problemId) as Problem, event }))],
    at,
  );
  return news;
}

/** The unit that answers: of the column where there is one, else of the site or account. */
function unitFinder(register: Register): (subjectId: string, channelId: string) => string {
  const units = new Map<string, string>([
    ...[...register.sites, ...register.accounts].map((channel): [string, string] => [channel.id, channel.unitId]),
    ...register.columns.map((column): [string, string] => [column.id, column.unitId]),
  ]);
  return (subjectId, channelId) => units.get(subjectId) ?? (units.get(channelId) as string);
}
