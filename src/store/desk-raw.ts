import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Act, Role } from '../ledger/event.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';
import { type LedgerLine, lineFields, lineJoins } from './views-ledger.ts';

export type RawFinding = Selectable<Tables['rawFinding']>;
export type RawProof = Selectable<Tables['rawProof']>;

/** Notes who entered findings and from which file; the findings themselves are suspicions in the ledger. */
export async function insertRawFindings(db: Db, rows: readonly RawFinding[]): Promise<void> {
  for (const part of batches(rows)) await db.insertInto('rawFinding').values(part).execute();
}

/** A raw finding with the answer the desk gave it; null while it waits. */
export interface RawLine extends LedgerLine {
  enteredAt: string;
  fileName: string | null;
  fileRow: string | null;
  pictures: number;
  act: Act | null;
  answeredOn: CalendarDate | null;
  byRole: Role | null;
  reason: string | null;
}

/** A person's own raw findings, the newest first, those with one of the answers; `waiting` stands for none yet. */
export async function listOwnRaw(
  db: Db,
  areaId: string,
  userId: string,
  answers: readonly string[],
  page: { limit: number; offset: number },
): Promise<RawLine[]> {
  const order = sql`order by r.entered_at desc, p.first_found_on desc, p.id`;
  const own = sql`r.area_id = ${areaId} and r.user_id = ${userId}`;
  const { rows } = await sql<RawLine>`
    with page as (
      select p.id from raw_finding r join problem p on p.area_id = r.area_id and p.id = r.problem_id
      ${answers.length > 0 ? sql`left join lateral ${answerOf(sql`p.id`)} on true` : sql``}
      where ${own} ${answers.length > 0 ? sql`and coalesce(a.act, 'waiting') = any(${answers}::text[])` : sql``}
      ${order} limit ${page.limit} offset ${page.offset}
    )
    select ${lineFields}, r.entered_at, r.file_name, r.file_row, a.act, a.day as answered_on, a.by_role, a.reason,
      (select count(*) from raw_proof x where x.area_id = p.area_id and x.problem_id = p.id) as pictures
    ${lineJoins}
    join raw_finding r on r.area_id = p.area_id and r.problem_id = p.id
    left join lateral ${answerOf(sql`p.id`)} on true
    where ${own} and p.id in (select id from page) ${order}`.execute(db);
  return rows;
}

/** How many of a person's raw findings had which answer. */
export async function countOwnRaw(db: Db, areaId: string, userId: string): Promise<{ answer: string; count: number }[]> {
  const { rows } = await sql<{ answer: string; count: number }>`
    select coalesce(a.act, 'waiting') as answer, count(*) as count
    from raw_finding r left join lateral ${answerOf(sql`r.problem_id`)} on true
    where r.area_id = ${areaId} and r.user_id = ${userId} group by 1`.execute(db);
  return rows;
}

// The first answer that stands is what became of the raw finding; what the problem went through afterwards is between office and unit.
// What the office enters is confirmed by that.
const answerOf = (problemId: RawBuilder<unknown>) => sql`(
    select case d.act when 'found' then 'confirmed' else d.act end as act, d.day, d.by_role, d.reason from problem_event d
    where d.problem_id = ${problemId}
      and (d.act in ('confirmed', 'rejected', 'merged', 'exempted') or (d.seq = 1 and d.act = 'found' and d.by_role = 'office'))
      and not exists (select from problem_event u where u.problem_id = d.problem_id and u.seq = d.seq + 1 and u.act = 'undone')
    order by d.seq limit 1
  ) a`;

/** Whether a raw finding is the person's own. */
export async function isOwnRaw(db: Db, areaId: string, problemId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('rawFinding')
    .select('problemId')
    .where('areaId', '=', areaId)
    .where('problemId', '=', problemId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertRawProof(db: Db, proof: RawProof): Promise<void> {
  await db
    .insertInto('rawProof')
    .values(proof)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Pictures handed in with a finding, in the order they came. */
export async function listRawProofs(db: Db, areaId: string, problemId: string): Promise<RawProof[]> {
  return db
    .selectFrom('rawProof')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('problemId', '=', problemId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
