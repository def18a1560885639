import type { Scope } from '../../../core/role.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { listUnits } from '../../../store/units.ts';
import type { App } from '../../open.ts';
import { areaOf } from '../area-of.ts';
import { type FreshnessBy, kindLabel, kindsOf, OTHER_NAMES } from './column-kinds.ts';
import { columnsNow } from './columns-now.ts';
import { type DatedColumn, FRESHNESS, FRESHNESS_CODES, type Freshness, worseFirst } from './freshness-state.ts';

/** 栏目新鲜度: one cell for every unit and kind of column, told by its worst column. */
export async function viewFreshness(app: App, areaId: string, scope: Scope, by: FreshnessBy) {
  await areaOf(app, areaId);
  const [{ today, judgedOn, columns }, units] = await Promise.all([columnsNow(app, areaId, scope), listUnits(app.db, areaId)]);
  const kindOf = kindsOf(columns, by);
  const last = (kind: string): number => Number(kind === OTHER_NAMES);
  const kinds = [...groupBy(columns, kindOf)].toSorted(([a], [b]) => last(a) - last(b));
  return {
    today,
    judgedOn,
    states: FRESHNESS_CODES.map((code) => ({ code, name: FRESHNESS[code], count: columns.filter(({ state }) => state === code).length })),
    kinds: kinds.map(([code, members]) => ({ code, name: kindLabel(code, by), count: members.length })),
    units: units.flatMap(({ id, name, group }) => {
      const own = columns.filter(({ unitId }) => unitId === id);
      if (own.length === 0) return [];
      return [{ id, name, group, cells: [...groupBy(own, kindOf)].map(([kind, members]) => cellOf(kind, members)) }];
    }),
  };
}

/** One cell: told by the worst of its columns. */
export function cellOf(kind: string, members: readonly DatedColumn[]) {
  const worst = members.toSorted(worseFirst)[0] as DatedColumn;
  const of = (...states: Freshness[]) => members.filter(({ state }) => states.includes(state)).length;
  return {
    kind,
    state: worst.state,
    daysLeft: worst.daysLeft,
    columns: members.length,
    overdue: of('long_overdue', 'overdue'),
    empty: of('empty'),
    soon: of('this_week', 'this_month'),
    unknown: of('unknown'),
  };
}
