import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';

/** 定期排查: a sweep of key information that units must make and sign. */
export type KeySweep = Selectable<Tables['keySweep']>;
/** One unit's signed result of one due date. */
export type KeySweepDone = Selectable<Tables['keySweepDone']>;

export async function insertKeySweep(db: Db, sweep: Omit<KeySweep, 'retiredAt' | 'retiredBy' | 'retiredReason'>): Promise<void> {
  await db
    .insertInto('keySweep')
    .values({ ...sweep, retiredAt: null, retiredBy: null, retiredReason: null })
    .execute();
}

/** Sweeps in force, the oldest first. */
export async function listKeySweeps(db: Db, areaId: string): Promise<KeySweep[]> {
  return db
    .selectFrom('keySweep')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('firstDue')
    .orderBy('id')
    .execute();
}

/** A sweep that was taken back. */
export interface WithdrawnSweep extends KeySweep {
  retiredAt: Instant;
  retiredBy: string;
  retiredReason: string;
}

/** Sweeps that were taken back (撤回), the last first. */
export async function listKeySweepsWithdrawn(db: Db, areaId: string): Promise<WithdrawnSweep[]> {
  return db
    .selectFrom('keySweep')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is not', null)
    .orderBy('retiredAt', 'desc')
    .orderBy('id')
    .$castTo<WithdrawnSweep>()
    .execute();
}

/** Takes a sweep back; answers whether it was in force. */
export async function retireKeySweep(
  db: Db,
  areaId: string,
  id: string,
  { at, by, reason }: { at: Instant; by: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('keySweep')
    .set({ retiredAt: at, retiredBy: by, retiredReason: reason })
    .where('areaId', '=', areaId)
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Signatures of an area's sweeps, by the day they were due and unit. */
export async function listKeySweepsDone(db: Db, areaId: string): Promise<KeySweepDone[]> {
  return db.selectFrom('keySweepDone').selectAll().where('areaId', '=', areaId).orderBy('dueOn').orderBy('unitId').execute();
}

/** Signs a sweep. Throws 'conflict' when it was taken back, or the unit has signed this one: a signature is not replaced. */
export async function signKeySweep(db: Db, done: KeySweepDone): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => signKeySweep(trx, done));
  const { areaId, sweepId } = done;
  const sweep = await db
    .selectFrom('keySweep')
    .select('retiredAt')
    .where('areaId', '=', areaId)
    .where('id', '=', sweepId)
    .forShare()
    .executeTakeFirst();
  if (sweep?.retiredAt) throw new MingchaError('conflict', '这项排查刚刚撤回，不用再签认。', '请刷新页面后查看。');
  const added = await db
    .insertInto('keySweepDone')
    .values(done)
    .onConflict((conflict) => conflict.doNothing())
    .returning('unitId')
    .executeTakeFirst();
  if (!added) throw new MingchaError('conflict', `该单位 ${done.dueOn} 这一期已经签认过。`, '签认后不能更改；有新情况请在下一期写明。');
}
