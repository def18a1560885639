import { instantOf } from '../../../core/date.ts';
import { limitName } from '../../../core/limit.ts';
import { REASONS } from '../../../core/verdict.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { latestOfSubjects } from '../../../store/facts.ts';
import { listUnits } from '../../../store/units.ts';
import { COLUMN_CLASS_NAMES, columnName } from '../../../subjects/column.ts';
import type { App } from '../../open.ts';
import { describeFact } from '../fact-words.ts';
import { type AreaSeen, namedIn, type Range } from '../range.ts';
import { type FreshnessBy, kindsOf } from './column-kinds.ts';
import { columnsNow } from './columns-now.ts';
import { type DatedColumn, FRESHNESS, type Freshness, worseFirst } from './freshness-state.ts';

/** More are told by their number; the list is narrowed by unit, kind or state. */
const SHOWN = 300;

export interface FreshnessAsked {
  by: FreshnessBy;
  /** Of the areas looked at those that are named, or all: the kinds stay those of the whole picture. */
  area: readonly string[];
  unitId?: string | undefined;
  kind?: string | undefined;
  state?: Freshness | undefined;
  /** Only those whose last day in time is this day and has not passed. */
  due?: string | undefined;
}

/** The columns behind a cell or a number of the picture, the worst first, each with the newest look it rests on. */
export async function viewFreshnessColumns(app: App, { seen }: Range, asked: FreshnessAsked) {
  const chosen = namedIn(seen, asked.area);
  const columns = (await Promise.all(seen.map((area) => columnsOf(app, area)))).flat();
  const kindOf = kindsOf(columns, asked.by);
  const matching = columns
    .filter(
      (column) =>
        chosen.includes(column.area) &&
        (!asked.unitId || column.unitId === asked.unitId) &&
        (!asked.kind || kindOf(column) === asked.kind) &&
        (!asked.state || column.state === asked.state) &&
        (!asked.due || (column.dueOn === asked.due && isComing(column))),
    )
    .toSorted(worseFirst);
  const shown = matching.slice(0, SHOWN);
  const [looks, units] = await Promise.all([newestLooks(app, shown), unitNames(app, shown)]);
  return {
    today: seen[0]?.today ?? '',
    total: matching.length,
    rows: shown.map((column) => ({
      area: { code: column.area.id, name: column.area.name },
      unit: { id: column.unitId, name: units.get(column.unitId) ?? column.unitId },
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

type ColumnSeen = DatedColumn & { area: AreaSeen };

const columnsOf = async (app: App, area: AreaSeen): Promise<ColumnSeen[]> =>
  (await columnsNow(app, area.id, area.scope)).columns.map((column) => ({ ...column, area }));

async function unitNames(app: App, columns: readonly ColumnSeen[]): Promise<ReadonlyMap<string, string>> {
  const areas = new Set(columns.map(({ area }) => area.id));
  const units = await Promise.all([...areas].map((id) => listUnits(app.db, id)));
  return new Map(units.flat().map(({ id, name }) => [id, name]));
}

/** Still in time, with its last day ahead. */
export const isComing = ({ verdict, daysLeft }: DatedColumn): boolean => verdict === 'pass' && daysLeft !== null && daysLeft >= 0;

function whyUnknown({ state, passedSince, reason }: DatedColumn): string | null {
  if (passedSince) return '上次查看时仍在时限内，此后到期，待再次查看';
  if (state !== 'unknown') return null;
  return reason === null ? '该栏目本次没有作出判断' : REASONS[reason];
}

async function newestLooks(app: App, columns: readonly ColumnSeen[]) {
  const looks = [...groupBy(columns, ({ siteId }) => siteId)].map(([siteId, own]) =>
    latestOfSubjects(
      app.db,
      siteId,
      'column-list',
      own.map(({ columnId }) => columnId),
      instantOf((own[0] as ColumnSeen).area.today, '23:59:59'),
    ),
  );
  return new Map((await Promise.all(looks)).flat().map((fact) => [fact.subjectId, describeFact(fact)]));
}
