import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../core/category.ts';
import type { Scope } from '../core/role.ts';
import type { Role } from '../ledger/event.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import { problemsConfirmedOrNot, problemsVisible } from './problem-scope.ts';
import type { Db } from './schema.ts';
import { NOTICE_STATES, wentOut } from './states.ts';
import { type LedgerLine, lineFields, lineJoins } from './views-ledger.ts';

/** A finding that waits for a person (待复核). */
export interface WaitingLine extends LedgerLine {
  /** Who found it. */
  foundBy: Role;
  foundByName: string;
  /** Check that found it; null when a person entered it. */
  checkId: string | null;
  /** It had been settled before and came back. */
  isBack: boolean;
  /** Pictures handed in with it. */
  pictures: number;
}

export interface WaitingQuery {
  unitIds: readonly string[];
  categories: readonly string[];
  sources: readonly string[];
  words: string | null;
  /** Who asks. */
  scope: Scope;
  limit: number;
  offset: number;
}

/** What waits at the desk, `gravest` categories first, then the longest waiting; and how many match in all. */
export async function listWaiting(
  db: Db,
  areaId: string,
  query: WaitingQuery,
  gravest: readonly Category[],
): Promise<{ rows: WaitingLine[]; total: number }> {
  const from = sql`${lineJoins} join problem_event f on f.problem_id = p.id and f.seq = 1
    where p.area_id = ${areaId} and p.status = 'suspected' ${narrowed(query)}`;
  const [page, count] = await Promise.all([
    sql<WaitingLine>`
      select ${lineFields}, f.by_role as found_by, f.by_name as found_by_name, f.data ->> 'check' as check_id,
        exists (select from problem_event e where e.problem_id = p.id and e.act = 'reopened') as is_back,
        (select count(*) from raw_proof r where r.area_id = p.area_id and r.problem_id = p.id) as pictures
      ${from}
      order by p.category = any(${gravest}::text[]) desc, p.first_found_on, u.position, p.category, p.place_label, p.id
      limit ${query.limit} offset ${query.offset}`.execute(db),
    sql<{ total: number }>`select count(*) as total ${from}`.execute(db),
  ]);
  return { rows: page.rows, total: count.rows[0]?.total ?? 0 };
}

function narrowed({ unitIds, categories, sources, words, scope }: WaitingQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [problemsVisible(scope)];
  if (unitIds.length > 0) parts.push(sql`and p.unit_id = any(${unitIds}::text[])`);
  if (categories.length > 0) parts.push(sql`and p.category = any(${categories}::text[])`);
  if (sources.length > 0) parts.push(sql`and f.by_role = any(${sources}::text[])`);
  // `strpos`, not `like`: what the user types may hold % and _.
  if (words) parts.push(sql`and strpos(concat_ws(' ', p.text, p.place_label, u.name, c.name), ${words}) > 0`);
  return sql.join(parts, sql` `);
}

/** How many wait by unit, category and who found them: the reviewers' work, which others may count and not read. */
export async function countWaiting(
  db: Db,
  areaId: string,
  scope: Scope,
): Promise<{ unitId: string; category: Category; source: Role; count: number }[]> {
  const { rows } = await sql<{ unitId: string; category: Category; source: Role; count: number }>`
    select p.unit_id, p.category, f.by_role as source, count(*) as count
    from problem p join problem_event f on f.problem_id = p.id and f.seq = 1
    where p.area_id = ${areaId} and p.status = 'suspected' ${problemsConfirmedOrNot(scope)}
    group by p.unit_id, p.category, f.by_role`.execute(db);
  return rows;
}

/** A problem another one may be merged into, or was. */
export interface NearLine {
  id: string;
  text: string;
  placeLabel: string;
  category: Category;
  status: ProblemStatus;
  firstFoundOn: string;
}

const MOST_NEAR = 50;

/** Open problems of the same unit, those at the same place and of the same kind first. */
export async function listMergeable(db: Db, problemId: string, statuses: readonly ProblemStatus[]): Promise<NearLine[]> {
  const { rows } = await sql<NearLine>`
    select o.id, o.text, o.place_label, o.category, o.status, o.first_found_on
    from problem p join problem o on o.area_id = p.area_id and o.unit_id = p.unit_id and o.id <> p.id
    where p.id = ${problemId} and o.status = any(${statuses}::text[])
    order by (o.place_label = p.place_label)::int + (o.channel_id is not distinct from p.channel_id)::int * 2
      + (o.category = p.category)::int desc, o.first_found_on desc, o.id
    limit ${MOST_NEAR}`.execute(db);
  return rows;
}

/** What was merged into a problem and still is. */
export async function listMergedInto(db: Db, problemId: string): Promise<NearLine[]> {
  const { rows } = await sql<NearLine>`
    select o.id, o.text, o.place_label, o.category, o.status, o.first_found_on
    from problem p join problem o on o.area_id = p.area_id and o.unit_id = p.unit_id and o.status = 'merged'
    join lateral (
      select e.data ->> 'into' as into_id from problem_event e where e.problem_id = o.id and e.act = 'merged' order by e.seq desc limit 1
    ) m on m.into_id = p.id
    where p.id = ${problemId} order by o.first_found_on, o.id`.execute(db);
  return rows;
}

/** Locks problems in the order of their ids, so that two desks never wait for each other; answers those that are there. */
export async function lockProblems(db: Db, areaId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('problem')
    .select('id')
    .where('areaId', '=', areaId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Cut-off of the last period whose notice is out: what counts up to it is printed. Null when none is. */
export async function issuedThrough(db: Db, areaId: string): Promise<string | null> {
  const row = await db
    .selectFrom('notice')
    .innerJoin('period', (join) => join.onRef('period.areaId', '=', 'notice.areaId').onRef('period.id', '=', 'notice.periodId'))
    .select((eb) => eb.fn.max('period.cutoff').as('cutoff'))
    .where('notice.areaId', '=', areaId)
    .where('notice.state', 'in', NOTICE_STATES.filter(wentOut))
    .executeTakeFirst();
  return row?.cutoff ?? null;
}
