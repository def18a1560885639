import { CATEGORIES, type Category } from '../../core/category.ts';
import { type CalendarDate, daysBetween } from '../../core/date.ts';
import { ROLE_NAMES, ROLES } from '../../ledger/event.ts';
import { AT_ONCE } from '../../ledger/grave.ts';
import { REVIEW_ACTS } from '../../ledger/project.ts';
import { EXEMPT_REASONS, REJECT_REASONS, WEAKNESSES } from '../../ledger/review-reasons.ts';
import { stateAfter } from '../../ledger/transitions.ts';
import { countWaiting, listWaiting, type WaitingLine, type WaitingQuery } from '../../store/desk.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { actorOf, type Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { problemLine } from '../views/problems.ts';
import { shippedChecks } from './rule-words.ts';

export type WaitingAsked = Omit<WaitingQuery, 'scope' | 'limit' | 'offset'> & { page: number; size: number };

/** One page of what waits for a person, and what of it there is by unit, kind and source; what the caller may do there. */
export async function viewWaiting(app: App, areaId: string, asked: WaitingAsked, caller: Caller) {
  await areaOf(app, areaId);
  const { page, size, ...query } = asked;
  const [today, titles, units, counts, { rows, total }] = await Promise.all([
    todayOf(app, areaId),
    shippedChecks().then((checks) => new Map([...checks].map(([id, { title }]) => [id, title]))),
    listUnits(app.db, areaId),
    countWaiting(app.db, areaId, caller.scope),
    listWaiting(app.db, areaId, { ...query, scope: caller.scope, limit: size, offset: (page - 1) * size }, AT_ONCE),
  ]);
  const sum = (matches: (row: (typeof counts)[number]) => boolean): number =>
    counts.filter(matches).reduce((all, { count }) => all + count, 0);
  const there = <C extends string>(
    codes: readonly C[],
    name: (code: C) => string,
    matches: (row: (typeof counts)[number], code: C) => boolean,
  ) => codes.map((code) => ({ code, name: name(code), count: sum((row) => matches(row, code)) })).filter(({ count }) => count > 0);
  return {
    today,
    total,
    page,
    size,
    waiting: sum(() => true),
    grave: sum(({ category }) => AT_ONCE.includes(category)),
    may: REVIEW_ACTS.filter((act) => stateAfter('suspected', act, actorOf(caller).role) !== null),
    reasons: { rejected: named(REJECT_REASONS), exempted: named(EXEMPT_REASONS) },
    units: units.flatMap(({ id, name }) =>
      there(
        [id],
        () => name,
        (row, code) => row.unitId === code,
      ),
    ),
    categories: there(
      Object.keys(CATEGORIES) as Category[],
      (code) => CATEGORIES[code],
      (row, code) => row.category === code,
    ),
    sources: there(
      ROLES,
      (code) => ROLE_NAMES[code],
      (row, code) => row.source === code,
    ),
    rows: rows.map((line) => waitingRow(line, today, titles)),
  };
}

const named = (reasons: Readonly<Record<string, string>>) => Object.entries(reasons).map(([code, name]) => ({ code, name }));

function waitingRow(line: WaitingLine, today: CalendarDate, titles: ReadonlyMap<string, string>) {
  const { foundBy, foundByName, checkId, isBack, pictures, ...rest } = line;
  return {
    ...problemLine(rest, today),
    source: { code: foundBy, name: ROLE_NAMES[foundBy] },
    foundByName,
    check: checkId === null ? null : (titles.get(checkId) ?? checkId),
    isBack,
    isGrave: AT_ONCE.includes(rest.category),
    isWeakness: WEAKNESSES.includes(rest.category),
    waitsDays: daysBetween(rest.lastActOn, today),
    pictures,
  };
}
