import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** One line of what everybody did (操作留痕); the database refuses to change or delete it. */
export type TrailLine = Selectable<Tables['trail']>;

export async function appendTrail(db: Db, line: Omit<TrailLine, 'seq'>): Promise<void> {
  const { about, given, ...rest } = line;
  await db
    .insertInto('trail')
    .values({ ...rest, about: JSON.stringify(about), given: JSON.stringify(given) })
    .execute();
}

export interface TrailQuery {
  /** null = of every area and of none. */
  areaIds: readonly string[] | null;
  /** Lines about this very thing, whatever it is called: a problem, a notice, a user. */
  thing: string | null;
  act: string | null;
  name: string | null;
  from: Instant | null;
  to: Instant | null;
  limit: number;
  offset: number;
}

/** Lines, the newest first, and how many match in all. */
export async function listTrail(db: Db, query: TrailQuery): Promise<{ rows: TrailLine[]; total: number }> {
  let found = db.selectFrom('trail');
  if (query.areaIds) found = found.where('areaId', 'in', [...query.areaIds, '']);
  if (query.thing)
    found = found.where(sql<boolean>`exists (select from jsonb_each(about) a where a.value @> to_jsonb(${query.thing}::text))`);
  if (query.act) found = found.where('act', '=', query.act);
  if (query.name) found = found.where('name', '=', query.name);
  if (query.from) found = found.where('at', '>=', query.from);
  if (query.to) found = found.where('at', '<', query.to);
  const [rows, count] = await Promise.all([
    found.selectAll().orderBy('seq', 'desc').limit(query.limit).offset(query.offset).execute(),
    found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirst(),
  ]);
  return { rows, total: Number(count?.total ?? 0) };
}

/** Number of the newest line of an area; 0 where there is none. It rises with every change that was asked for. */
export async function newestTrail(db: Db, areaId: string): Promise<number> {
  const row = await db.selectFrom('trail').select('seq').where('areaId', '=', areaId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return row?.seq ?? 0;
}
