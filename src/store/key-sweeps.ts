import type { Selectable } from 'kysely';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';

/** 定期排查: a sweep of key information that units must make and sign. */
export type KeySweep = Selectable<Tables['keySweep']>;
/** One unit's signed result of one due date. */
export type KeySweepDone = Selectable<Tables['keySweepDone']>;

export async function insertKeySweep(db: Db, sweep: Omit<KeySweep, 'retiredAt'>): Promise<void> {
  await db
    .insertInto('keySweep')
    .values({ ...sweep, retiredAt: null })
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

export async function listKeySweepsDone(db: Db, areaId: string): Promise<KeySweepDone[]> {
  return db.selectFrom('keySweepDone').selectAll().where('areaId', '=', areaId).orderBy('dueOn').orderBy('unitId').execute();
}

/** Signs a sweep. Throws 'conflict' when the unit has signed this one: a signature is not replaced. */
export async function signKeySweep(db: Db, done: KeySweepDone): Promise<void> {
  const added = await db
    .insertInto('keySweepDone')
    .values(done)
    .onConflict((conflict) => conflict.doNothing())
    .returning('unitId')
    .executeTakeFirst();
  if (!added) throw new MingchaError('conflict', `该单位 ${done.dueOn} 这一期已经签认过。`, '签认后不能更改；有新情况请在下一期写明。');
}
