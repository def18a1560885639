import { type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Scope } from '../core/role.ts';
import { problemsVisible } from './problem-scope.ts';
import type { Db, Tables } from './schema.ts';

/** 证明材料 of a rectification: one file, what it is, and who brought it in when. */
export type Proof = Selectable<Tables['problemProof']>;

/** Keeps a file handed in; the same bytes for the same problem twice are one. */
export async function insertProof(db: Db, proof: Omit<Proof, 'eventSeq'>): Promise<void> {
  await db
    .insertInto('problemProof')
    .values({ ...proof, eventSeq: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Files of a problem, those that no act names yet included, in the order they came. */
export const listProofs = (db: Db, areaId: string, problemId: string): Promise<Proof[]> => listProofsOf(db, areaId, [problemId]);

/** Proofs of several problems. */
export async function listProofsOf(db: Db, areaId: string, problemIds: readonly string[]): Promise<Proof[]> {
  return db
    .selectFrom('problemProof')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('problemId', '=', sql<string>`any(${problemIds}::text[])`)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Binds files to the act that names them; answers how many were free to be bound. */
export async function attachProofs(db: Db, areaId: string, problemId: string, ids: readonly string[], eventSeq: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('problemProof')
    .set({ eventSeq })
    .where('areaId', '=', areaId)
    .where('problemId', '=', problemId)
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('eventSeq', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A picture that proves another problem too. */
export interface SamePicture {
  problemId: string;
  proofId: string;
  /** same = the coded picture itself; like = seems to be it, compressed or made smaller on its way. */
  grade: 'same' | 'like';
  otherId: string;
  otherUnit: string;
  otherText: string;
  otherProofId: string;
  otherName: string;
  otherBy: string;
  otherDay: CalendarDate;
}

/**
 * Pictures of these problems that stand as proof of another problem of the area too (seeds P13), of those the scope shows; of two
 * grades that hold for one other problem the surer. Whoever asks must be one who checks.
 */
export async function samePictures(db: Db, areaId: string, problemIds: readonly string[], scope: Scope): Promise<SamePicture[]> {
  const { rows } = await sql<SamePicture>`
    with own as (
      select * from problem_proof
      where area_id = ${areaId} and problem_id = any(${[...problemIds]}::text[]) and event_seq is not null and picture_hash is not null),
    pair as (
      select a.problem_id, a.id as proof_id, b.problem_id as other_id, b.id as other_proof_id, 'same' as grade
      from own a join problem_proof b on b.area_id = a.area_id and b.picture_hash = a.picture_hash
      where b.event_seq is not null and b.problem_id <> a.problem_id
      union all
      select a.problem_id, a.id, b.problem_id, b.id, 'like'
      from own a join picture_alike s on s.area_id = a.area_id and s.blob = a.blob
      join problem_proof b on b.area_id = s.area_id and b.blob = s.other
      where b.event_seq is not null and b.problem_id <> a.problem_id)
    select distinct on (t.problem_id, t.proof_id, t.other_id) t.problem_id, t.proof_id, t.grade, t.other_id, t.other_proof_id,
      u.name as other_unit, p.text as other_text, b.file_name as other_name, b.by_name as other_by, b.day as other_day
    from pair t
    join problem p on p.id = t.other_id
    join unit u on u.area_id = p.area_id and u.id = p.unit_id
    join problem_proof b on b.area_id = ${areaId} and b.problem_id = t.other_id and b.id = t.other_proof_id
    where true${problemsVisible(scope)}
    order by t.problem_id, t.proof_id, t.other_id, t.grade desc, t.other_proof_id`.execute(db);
  return rows;
}
