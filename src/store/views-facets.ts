import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { type Areas, inAreas } from './in-areas.ts';
import { problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';

/** How many problems of an area, or of several, stand under each value of what a ledger can be narrowed by. */
export interface Facets {
  areas: Map<string, number>;
  statuses: Map<string, number>;
  categories: Map<string, number>;
  kinds: Map<string, number>;
  /** In printing order, area by area. */
  units: { id: string; name: string; areaId: string; count: number }[];
}

/** Only of problems the scope shows. */
export async function countFacets(db: Db, areas: Areas, scope: Scope): Promise<Facets> {
  // Counted first, in the order of an index, and only then put under the kinds of channels: a few hundred rows, not 100,000.
  const { rows } = await sql<{ areaId: string; status: string; category: string; kind: string | null; unitId: string; count: number }>`
    select n.area_id, n.status, n.category, c.kind, n.unit_id, n.count
    from (
      select p.area_id, p.status, p.category, p.unit_id, p.channel_id, count(*) as count from problem p
      where ${inAreas(sql`p.area_id`, areas)}${problemsVisible(scope)}
      group by p.area_id, p.status, p.category, p.unit_id, p.channel_id
    ) n
    left join (
      select area_id, id, kind from site union all select area_id, id, platform from account
    ) c on c.area_id = n.area_id and c.id = n.channel_id`.execute(db);
  const counts = () => new Map<string, number>();
  const facets = { areas: counts(), statuses: counts(), categories: counts(), kinds: counts() };
  const units = counts();
  const add = (map: Map<string, number>, key: string, count: number) => map.set(key, (map.get(key) ?? 0) + count);
  for (const row of rows) {
    add(facets.areas, row.areaId, row.count);
    add(facets.statuses, row.status, row.count);
    add(facets.categories, row.category, row.count);
    if (row.kind) add(facets.kinds, row.kind, row.count);
    add(units, row.unitId, row.count);
  }
  const ids = typeof areas === 'string' ? [areas] : areas;
  const names = await db
    .selectFrom('unit')
    .select(['id', 'name', 'areaId'])
    .where('areaId', 'in', [...ids])
    .orderBy('position')
    .execute();
  const inOrder = names.toSorted((a, b) => ids.indexOf(a.areaId) - ids.indexOf(b.areaId));
  return {
    ...facets,
    units: inOrder.flatMap(({ id, name, areaId }) => (units.has(id) ? [{ id, name, areaId, count: units.get(id) as number }] : [])),
  };
}

/** Units with problems in one of the statuses, the most first; `late` of them were due before the day. */
export async function countByUnit(
  db: Db,
  areaId: string,
  statuses: { open: readonly string[]; waiting: readonly string[] },
  day: CalendarDate,
): Promise<{ id: string; name: string; open: number; overdue: number }[]> {
  const { rows } = await sql<{ id: string; name: string; open: number; overdue: number }>`
    select u.id, u.name, count(*) as open,
      count(*) filter (where p.status = any(${statuses.waiting}::text[]) and p.due_on < ${day}) as overdue
    from problem p join unit u on u.area_id = p.area_id and u.id = p.unit_id
    where p.area_id = ${areaId} and p.status = any(${statuses.open}::text[])
    group by u.id, u.name, u.position order by count(*) desc, u.position`.execute(db);
  return rows;
}

/** Areas that have units of their own. */
export async function areasWithUnits(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('unit').select('areaId').distinct().execute();
  return new Set(rows.map((row) => row.areaId));
}
