import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** One line of what everybody did (操作留痕); the database refuses to change or delete it. */
export type TrailLine = Selectable<Tables['trail']>;

/** What a line says until it is known how the change ended: it is being done, or whoever did it died over it. */
const BEGUN = 'begun';

/** Writes the line of a change that is about to be done; answers its number. */
export async function beginTrail(db: Db, line: Omit<TrailLine, 'seq' | 'outcome'>): Promise<number> {
  const { about, given, ...rest } = line;
  const { seq } = await db
    .insertInto('trail')
    .values({ ...rest, about: JSON.stringify(about), given: JSON.stringify(given), outcome: BEGUN })
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

/** Writes how a change ended. */
export async function endTrail(db: Db, end: Omit<Selectable<Tables['trailOutcome']>, 'seq'>): Promise<void> {
  await db.insertInto('trailOutcome').values(end).execute();
}

export interface TrailQuery {
  /** null = of every area and of none. */
  areaIds: readonly string[] | null;
  /** Lines of no area too: signing in, and what is done for the whole installation. */
  ofNoArea: boolean;
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
  const { areaIds } = query;
  if (areaIds)
    found = found.where((where) => where.or([where('areaId', 'in', areaIds), ...(query.ofNoArea ? [where('areaId', 'is', null)] : [])]));
  if (query.thing)
    found = found.where(sql<boolean>`exists (select from jsonb_each(about) a where a.value @> to_jsonb(${query.thing}::text))`);
  if (query.act) found = found.where('act', '=', query.act);
  if (query.name) found = found.where('name', '=', query.name);
  if (query.from) found = found.where('at', '>=', query.from);
  if (query.to) found = found.where('at', '<', query.to);
  const [rows, count] = await Promise.all([
    found
      .selectAll()
      .select((select) => select.selectFrom('trailOutcome').select('outcome').whereRef('line', '=', 'trail.seq').as('ended'))
      .orderBy('seq', 'desc')
      .limit(query.limit)
      .offset(query.offset)
      .execute(),
    found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirst(),
  ]);
  return { rows: rows.map(({ ended, ...row }) => ({ ...row, outcome: ended ?? row.outcome })), total: Number(count?.total ?? 0) };
}

/** Number of the newest change of an area that has ended; 0 where there is none. It rises with every change that was asked for. */
export async function newestChange(db: Db, areaId: string): Promise<number> {
  const ended = db.selectFrom('trailOutcome').select('seq').where('areaId', '=', areaId);
  return (await ended.orderBy('seq', 'desc').limit(1).executeTakeFirst())?.seq ?? 0;
}
