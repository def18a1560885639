import { type Selectable, sql } from 'kysely';
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

/** The same of several problems. */
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

/** A picture that proves two problems. */
export interface SamePicture {
  problemId: string;
  proofId: string;
  otherId: string;
  otherUnit: string;
  otherText: string;
}

/** Pictures of the problem that stand as proof of another problem of the area too (seeds P13), of those the scope shows. */
export async function samePictures(db: Db, areaId: string, problemId: string, scope: Scope): Promise<SamePicture[]> {
  const { rows } = await sql<SamePicture>`
    select a.problem_id, a.id as proof_id, p.id as other_id, u.name as other_unit, p.text as other_text
    from problem_proof a
    join problem_proof b on b.area_id = a.area_id and b.picture_hash = a.picture_hash and b.problem_id <> a.problem_id
    join problem p on p.id = b.problem_id
    join unit u on u.area_id = p.area_id and u.id = p.unit_id
    where a.area_id = ${areaId} and a.problem_id = ${problemId}
      and a.event_seq is not null and b.event_seq is not null and a.picture_hash is not null${problemsVisible(scope)}
    group by a.problem_id, a.id, p.id, u.name, p.text order by a.id, p.id`.execute(db);
  return rows;
}
