import { groupBy } from '../../../notice/group-by.ts';
import type { App } from '../../open.ts';
import { periodsOf } from '../area-of.ts';
import type { AreaSeen, Range } from '../range.ts';
import { viewWeaknesses } from './weaknesses.ts';

type Weaknesses = Awaited<ReturnType<typeof viewWeaknesses>>;

/**
 * 薄弱环节 of several areas: a row each, with how many of each category the area's own page lists. Of a period that is asked
 * for an area that has not reckoned it shows nothing; of none asked for each shows its newest.
 */
export async function viewWeaknessesByArea(app: App, { seen }: Range, periodId: string | undefined) {
  const found = await Promise.all(seen.map((area) => ofArea(app, area, periodId)));
  const known = found.flatMap((one) => one ?? []);
  return {
    period: known.find(({ period }) => period?.id === periodId)?.period ?? null,
    /** The oldest: every other area was looked at since. */
    judgedOn: known.flatMap(({ judgedOn }) => judgedOn ?? []).toSorted()[0] ?? null,
    total: known.reduce((n, { total }) => n + total, 0),
    categories: [
      ...groupBy(
        known.flatMap(({ categories }) => categories),
        ({ code }) => code,
      ).values(),
    ]
      .map((same) => ({ ...(same[0] as (typeof same)[number]), count: same.reduce((n, { count }) => n + count, 0) }))
      .toSorted((a, b) => b.count - a.count),
    areas: seen.map(({ id, name }, i) => {
      const own = found[i] ?? null;
      return {
        ...{ id, name, isReckoned: own !== null, period: own?.period ?? null, judgedOn: own?.judgedOn ?? null },
        ...{ total: own?.total ?? 0, channels: own?.channels.length ?? 0 },
        counts: Object.fromEntries((own?.categories ?? []).map(({ code, count }) => [code, count])),
      };
    }),
    channels: [],
  };
}

async function ofArea(app: App, { id, scope }: AreaSeen, periodId: string | undefined): Promise<Weaknesses | null> {
  const hasPeriod = periodId === undefined || (await periodsOf(app, id)).some((period) => period.id === periodId);
  return hasPeriod ? viewWeaknesses(app, id, scope, periodId) : null;
}
