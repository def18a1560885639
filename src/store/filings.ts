import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { AccountMatter, MatterEvent, MatterStanding } from '../subjects/account-matter.ts';
import type { Db, Tables } from './schema.ts';

export type MatterRow = AccountMatter & MatterStanding;
export type ProofRow = Selectable<Tables['accountProof']>;

/** Units whose matters may be seen; null = all of the area. */
export type UnitScope = readonly string[] | null;

/** Keeps a new matter with its first event. */
export async function insertMatter(db: Db, matter: AccountMatter, event: MatterEvent, standing: MatterStanding): Promise<void> {
  const { subject, problemIds, ...rest } = matter;
  const { state, since, dueOn } = standing;
  const row = { ...rest, subject: JSON.stringify(subject), problemIds: [...problemIds], state, stateSince: since, dueOn };
  await db.insertInto('accountMatter').values(row).execute();
  await insertEvent(db, matter.areaId, event);
}

/** Appends an event with what it leads to. @throws conflict when somebody else was quicker. */
export async function appendMatterEvent(db: Db, matter: AccountMatter, event: MatterEvent, standing: MatterStanding): Promise<void> {
  await insertEvent(db, matter.areaId, event);
  const { state, since, dueOn } = standing;
  const change = {
    accountId: matter.accountId,
    subject: JSON.stringify(matter.subject),
    supervisorId: matter.supervisorId,
    problemIds: [...matter.problemIds],
  };
  await db
    .updateTable('accountMatter')
    .set({ ...change, state, stateSince: since, dueOn })
    .where('areaId', '=', matter.areaId)
    .where('id', '=', matter.id)
    .execute();
}

async function insertEvent(db: Db, areaId: string, { by, data, ...event }: MatterEvent): Promise<void> {
  const row = { ...event, areaId, byRole: by.role, byUnitId: by.unitId, byName: by.name, data: JSON.stringify(data) };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accountMatterAct')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new MingchaError('conflict', '这件事项刚刚由别人办理过。', '请刷新后看过最新情况再办理。');
}

const matterFrom = ({ stateSince, ...row }: Selectable<Tables['accountMatter']>): MatterRow => ({ ...row, since: stateSince });

/** Matters of an area that a caller may see: those of its units, and those it is to look at as 主管单位. The newest first. */
export async function listMatters(db: Db, areaId: string, units: UnitScope): Promise<MatterRow[]> {
  let query = db.selectFrom('accountMatter').selectAll().where('areaId', '=', areaId);
  if (units) query = query.where(ownMatter(units));
  const rows = await query.orderBy('stateSince', 'desc').orderBy('id').execute();
  return rows.map(matterFrom);
}

/** A matter within the scope; null when there is none. */
export async function findMatter(db: Db, areaId: string, id: string, units: UnitScope): Promise<MatterRow | null> {
  let query = db.selectFrom('accountMatter').selectAll().where('areaId', '=', areaId).where('id', '=', id);
  if (units) query = query.where(ownMatter(units));
  const row = await query.executeTakeFirst();
  return row ? matterFrom(row) : null;
}

const ownMatter = (units: readonly string[]) =>
  sql<boolean>`(unit_id = any(${[...units]}::text[]) or supervisor_id = any(${[...units]}::text[]))`;

/** Matters of one account that are not settled. */
export async function openMattersOf(db: Db, areaId: string, accountId: string): Promise<MatterRow[]> {
  const rows = await db
    .selectFrom('accountMatter')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('accountId', '=', accountId)
    .where('state', 'not in', ['done', 'refused', 'withdrawn'])
    .execute();
  return rows.map(matterFrom);
}

/** What was done in a matter, in the order of the acts. */
export async function listMatterEvents(db: Db, matterId: string): Promise<MatterEvent[]> {
  const rows = await db.selectFrom('accountMatterAct').selectAll().where('matterId', '=', matterId).orderBy('seq').execute();
  return rows.map(({ areaId: _areaId, byRole, byUnitId, byName, ...event }) => ({
    ...event,
    by: { role: byRole, unitId: byUnitId, name: byName },
  }));
}

/** Keeps a proof; the same bytes again stand once. */
export async function insertProof(db: Db, proof: ProofRow): Promise<void> {
  await db
    .insertInto('accountProof')
    .values(proof)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Proofs of a matter, the oldest first. */
export async function listProofs(db: Db, matterId: string): Promise<ProofRow[]> {
  return db.selectFrom('accountProof').selectAll().where('matterId', '=', matterId).orderBy('addedAt').orderBy('id').execute();
}

/** A proof of one matter that is a proof of another too. */
export interface ProofElsewhere {
  proofId: string;
  /** same = the coded picture itself; like = seems to be it, compressed or made smaller on its way. */
  grade: 'same' | 'like';
  otherMatterId: string;
  otherProofId: string;
  otherName: string;
  otherBy: string;
  otherAt: Instant;
}

/** Other matters of the area that were handed the same picture; of two grades that hold for one matter the surer. For those who check. */
export async function samePicturesElsewhere(db: Db, areaId: string, matterId: string): Promise<ProofElsewhere[]> {
  const { rows } = await sql<ProofElsewhere>`
    with pair as (
      select a.id as proof_id, b.matter_id as other_matter_id, b.id as other_proof_id, 'same' as grade
      from account_proof a join account_proof b on b.area_id = a.area_id and b.picture_hash = a.picture_hash
      where a.area_id = ${areaId} and a.matter_id = ${matterId} and b.matter_id <> a.matter_id
      union all
      select a.id, b.matter_id, b.id, 'like'
      from account_proof a join picture_alike s on s.area_id = a.area_id and s.blob = a.blob
      join account_proof b on b.area_id = s.area_id and b.blob = s.other
      where a.area_id = ${areaId} and a.matter_id = ${matterId} and b.matter_id <> a.matter_id)
    select distinct on (t.proof_id, t.other_matter_id) t.*, m.subject ->> 'name' as other_name, b.added_by as other_by, b.added_at as other_at
    from pair t
    join account_matter m on m.id = t.other_matter_id
    join account_proof b on b.matter_id = t.other_matter_id and b.id = t.other_proof_id
    order by t.proof_id, t.other_matter_id, t.grade desc, t.other_proof_id`.execute(db);
  return rows;
}
