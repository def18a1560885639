import { instantOf } from '../../../core/date.ts';
import { limitName } from '../../../core/limit.ts';
import type { Scope } from '../../../core/role.ts';
import { REASONS } from '../../../core/verdict.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { latestOfSubjects } from '../../../store/facts.ts';
import { listUnits } from '../../../store/units.ts';
import { COLUMN_CLASS_NAMES, columnName } from '../../../subjects/column.ts';
import type { App } from '../../open.ts';
import { areaOf } from '../area-of.ts';
import { describeFact } from '../fact-words.ts';
import { type FreshnessBy, kindsOf } from './column-kinds.ts';
import { columnsNow } from './columns-now.ts';
import { type DatedColumn, FRESHNESS, type Freshness, worseFirst } from './freshness-state.ts';

/** More are told by their number; the list is narrowed by unit, kind or state. */
const SHOWN = 300;

export interface FreshnessAsked {
  by: FreshnessBy;
  unitId?: string | undefined;
  kind?: string | undefined;
  state?: Freshness | undefined;
  /** Only those whose last day in time is this day and has not passed. */
  due?: string | undefined;
}

/** The columns behind a cell or a number of the picture, the worst first, each with the newest look it rests on. */
export async function viewFreshnessColumns(app: App, areaId: string, scope: Scope, asked: FreshnessAsked) {
  await areaOf(app, areaId);
  const [{ today, columns }, units] = await Promise.all([columnsNow(app, areaId, scope), listUnits(app.db, areaId)]);
  const kindOf = kindsOf(columns, asked.by);
  const matching = columns
    .filter(
      (column) =>
        (!asked.unitId || column.unitId === asked.unitId) &&
        (!asked.kind || kindOf(column) === asked.kind) &&
        (!asked.state || column.state === asked.state) &&
        (!asked.due || (column.dueOn === asked.due && isComing(column))),
    )
    .toSorted(worseFirst);
  const shown = matching.slice(0, SHOWN);
  const looks = await newestLooks(app, shown, today);
  return {
    today,
    total: matching.length,
    rows: shown.map((column) => ({
      unit: { id: column.unitId, name: units.find(({ id }) => id === column.unitId)?.name ?? column.unitId },
      site: { id: column.siteId, name: column.siteName },
      name: columnName(column.path),
      className: COLUMN_CLASS_NAMES[column.class],
      url: column.url,
      limitName: limitName(column.limit),
      lastUpdate: column.lastUpdate,
      dueOn: column.dueOn,
      daysLeft: column.daysLeft,
      state: { code: column.state, name: FRESHNESS[column.state] },
      why: whyUnknown(column),
      evidence: looks.get(column.columnId) ?? null,
    })),
  };
}

/** Still in time, with its last day ahead. */
export const isComing = ({ verdict, daysLeft }: DatedColumn): boolean => verdict === 'pass' && daysLeft !== null && daysLeft >= 0;

function whyUnknown({ state, passedSince, reason }: DatedColumn): string | null {
  if (passedSince) return '上次查看时仍在时限内，此后到期，待再次查看';
  if (state !== 'unknown') return null;
  return reason === null ? '该栏目本次没有作出判断' : REASONS[reason];
}

async function newestLooks(app: App, columns: readonly DatedColumn[], day: string) {
  const until = instantOf(day, '23:59:59');
  const looks = [...groupBy(columns, ({ siteId }) => siteId)].map(([siteId, own]) =>
    latestOfSubjects(
      app.db,
      siteId,
      'column-list',
      own.map(({ columnId }) => columnId),
      until,
    ),
  );
  return new Map((await Promise.all(looks)).flat().map((fact) => [fact.subjectId, describeFact(fact)]));
}
