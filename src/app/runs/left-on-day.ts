import type { CalendarDate } from '../../core/date.ts';
import { askedOnDay } from '../../store/look-orders.ts';
import { runsOfArea } from '../../store/runs.ts';
import type { Db } from '../../store/schema.ts';
import { looksWhole } from './due.ts';

/** What a site may be asked for on one day. */
interface Allowance {
  pages: number;
  requests: number;
}

/** What is left of a day's allowance of each site, runs but that of `id` taken off. What is left may be less than nothing. */
export async function leftOnDay(
  db: Db,
  { areaId, day, id }: { areaId: string; day: CalendarDate; id: string | null },
  siteIds: readonly string[],
  allowed: (siteId: string) => Allowance,
): Promise<Map<string, Allowance>> {
  const runs = (await runsOfArea(db, areaId, day)).filter((run) => run.day === day && looksWhole(run.kind) && run.id !== id);
  const asked = await askedOnDay(
    db,
    runs.map((run) => run.id),
    day,
    siteIds,
  );
  return new Map(
    siteIds.map((siteId) => {
      const { pages, requests } = allowed(siteId);
      const used = asked.get(siteId) ?? { pages: 0, requests: 0 };
      return [siteId, { pages: pages - used.pages, requests: requests - used.requests }];
    }),
  );
}
