import { fingerprintOf } from '../../checks/lib/result.ts';
import { runChecks } from '../../checks/run.ts';
import { CATEGORY_CODES } from '../../core/category.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Actor } from '../../ledger/event.ts';
import type { ProblemStatus } from '../../ledger/status.ts';
import { readRegister } from '../../store/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import { factsForDay } from '../judge/facts-for-day.ts';
import { rulesFor } from '../judge/rules.ts';
import { actOnProblems } from '../ledger/act.ts';
import { reconcileDay } from '../ledger/reconcile-day.ts';
import type { App } from '../open.ts';

/** Fingerprints of the problems an item may have become, whichever check found it. */
const problemsAt = (places: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...places].flatMap((place) => CATEGORY_CODES.map((category) => fingerprintOf(category, place))));

interface When {
  at: Instant;
  day: CalendarDate;
  by: Actor;
}

/**
 * Files what a reviewer confirmed: the checks of the site are judged again with the decision, what they find at the confirmed
 * places enters the ledger and is confirmed there in the reviewer's name. The same string on all pages is one problem.
 */
export async function fileConfirmed(
  app: App,
  input: When & { areaId: string; siteId: string; places: ReadonlySet<string> },
): Promise<void> {
  const { areaId, siteId, places, at, day, by } = input;
  const { sheet, catalogue } = await rulesFor(await readAreaSettings(app.db, areaId), day);
  const checks = catalogue.checks.filter((check) => check.needs.includes('proof'));
  const facts = await factsForDay(app.db, [siteId], day);
  const judged = runChecks({ ...catalogue, checks }, sheet, await readRegister(app.db, areaId), facts, day, new Set([siteId]));
  // Only the confirmed: whatever else the checks say of the site is for the day's own judgement.
  const observations = judged
    .map((o) => ({ ...o, findings: o.findings.filter(({ level, place }) => level === 'problem' && places.has(place.id)) }))
    .filter(({ findings }) => findings.length > 0)
    .map((o) => ({ ...o, verdict: 'cannot-tell' as const }));
  await reconcileDay(app, areaId, day, observations, at);
  const meant = problemsAt(places);
  await actOnProblems(app, areaId, ({ problem }, { status }) => meant.has(problem.fingerprint) && status === 'suspected', {
    ...{ act: 'confirmed', at, day, by },
  });
  // What the office once rejected or withdrew is not raised again by a machine, but by the person who now says so.
  await actOnProblems(app, areaId, ({ problem }, { status }) => meant.has(problem.fingerprint) && TAKEN_BACK.includes(status), {
    ...{ act: 'reopened', at, day, by, reason: '错情复核：重新确认' },
  });
}

const TAKEN_BACK: readonly ProblemStatus[] = ['rejected', 'withdrawn'];

/** What a reviewer dismissed leaves the ledger, where it is only suspected there. */
export async function rejectDismissed(app: App, areaId: string, places: ReadonlySet<string>, when: When): Promise<void> {
  const meant = problemsAt(places);
  await actOnProblems(app, areaId, ({ problem }, { status }) => meant.has(problem.fingerprint) && status === 'suspected', {
    ...when,
    ...{ act: 'rejected', reason: '错情复核：不是错误' },
  });
}

/** In the hands of a unit it is answered by the office there, not by taking back a click. */
const STILL_OURS: readonly ProblemStatus[] = ['confirmed'];

/** A confirmation taken back: the problem is withdrawn while no unit has it. */
export async function withdrawUndone(app: App, areaId: string, place: string, when: When): Promise<void> {
  const meant = problemsAt(new Set([place]));
  await actOnProblems(app, areaId, ({ problem }, { status }) => meant.has(problem.fingerprint) && STILL_OURS.includes(status), {
    ...when,
    ...{ act: 'withdrawn', reason: '错情复核：撤回确认' },
  });
}

const OPEN: readonly ProblemStatus[] = ['confirmed', 'handed_over', 'received', 'rectified', 'partly_rectified', 'not_rectified'];

/** An error that stands on no page of the site any more is rechecked as fixed, whatever else of the site still waits for a person. */
export async function recheckFixed(app: App, areaId: string, places: ReadonlySet<string>, { at, day }: Omit<When, 'by'>): Promise<number> {
  const by: Actor = { role: 'machine', unitId: null, name: '明察' };
  const reason = '再次检查，页面上已没有这处错误';
  const meant = problemsAt(places);
  const events = await actOnProblems(app, areaId, ({ problem }, { status }) => meant.has(problem.fingerprint) && OPEN.includes(status), {
    ...{ act: 'rechecked_fixed', at, day, by, reason },
  });
  return events.length;
}
