import { groupBy } from '../../../notice/group-by.ts';
import type { App } from '../../open.ts';
import type { Range } from '../range.ts';
import { type FreshnessBy, kindLabel, kindsOf, OTHER_NAMES } from './column-kinds.ts';
import { columnsNow } from './columns-now.ts';
import { cellOf } from './freshness.ts';
import { FRESHNESS, FRESHNESS_CODES } from './freshness-state.ts';

/** 栏目新鲜度 of several areas: one row for each, told as a unit's row is. */
export async function viewFreshnessByArea(app: App, { seen }: Range, by: FreshnessBy) {
  const looked = await Promise.all(seen.map(({ id, scope }) => columnsNow(app, id, scope)));
  const columns = looked.flatMap((one) => one.columns);
  const kindOf = kindsOf(columns, by);
  const last = (kind: string): number => Number(kind === OTHER_NAMES);
  const kinds = [...groupBy(columns, kindOf)].toSorted(([a], [b]) => last(a) - last(b));
  const judged = looked.flatMap(({ judgedOn }) => judgedOn ?? []).toSorted();
  return {
    today: looked[0]?.today ?? '',
    /** The oldest: every other area was looked at since. */
    judgedOn: judged[0] ?? null,
    states: FRESHNESS_CODES.map((code) => ({ code, name: FRESHNESS[code], count: columns.filter(({ state }) => state === code).length })),
    kinds: kinds.map(([code, members]) => ({ code, name: kindLabel(code, by), count: members.length })),
    units: seen.map(({ id, name }, i) => ({
      ...{ id, name, group: null },
      cells: [...groupBy(looked[i]?.columns ?? [], kindOf)].map(([kind, members]) => cellOf(kind, members)),
    })),
  };
}
