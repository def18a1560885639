import type { Selectable } from 'kysely';
import type { Observation } from '../checks/observation.ts';
import type { CalendarDate } from '../core/date.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** 一次判定: all checks of an area for one day under one sheet version. */
export type Judgement = Selectable<Tables['judgement']>;

/**
 * Keeps a judgement with its observations, all or nothing. Answers whether it was new. The same id again is left as it is, but where the day
 * was judged otherwise in between it is the last one again: what it says holds, not what was seen for an hour at noon.
 */
export async function insertJudgement(db: Db, judgement: Judgement, observations: readonly Observation[]): Promise<boolean> {
  const work = async (trx: Db): Promise<boolean> => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('judgement')
      .values(judgement)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) {
      await lastAgain(trx, judgement);
      return false;
    }
    for (const part of batches(observations)) {
      await trx
        .insertInto('observation')
        .values(part.map((observation) => toRow(judgement.id, observation)))
        .execute();
    }
    return true;
  };
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

async function lastAgain(db: Db, { areaId, id, day, madeAt }: Judgement): Promise<void> {
  await db
    .updateTable('judgement as mine')
    .set({ madeAt })
    .where('mine.id', '=', id)
    .where('mine.madeAt', '<', madeAt)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('judgement as later')
          .select('later.id')
          .where('later.areaId', '=', areaId)
          .where('later.day', '=', day)
          .whereRef('later.madeAt', '>', 'mine.madeAt'),
      ),
    )
    .execute();
}

/** Judgements of an area, the newest day first and of one day the last made first. */
export async function listJudgements(db: Db, areaId: string, day?: string): Promise<Judgement[]> {
  let query = db.selectFrom('judgement').selectAll().where('areaId', '=', areaId);
  if (day) query = query.where('day', '=', day);
  return query.orderBy('day', 'desc').orderBy('madeAt', 'desc').orderBy('id').execute();
}

/** The first day an area was judged on; null when it never was. */
export async function firstJudgedDay(db: Db, areaId: string): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('judgement')
    .select((eb) => eb.fn.min('day').as('day'))
    .where('areaId', '=', areaId)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Days of an area that were judged, after `after` (null = from the beginning) up to and including `until`, in order. */
export async function judgedDays(db: Db, areaId: string, after: CalendarDate | null, until: CalendarDate): Promise<CalendarDate[]> {
  let query = db.selectFrom('judgement').select('day').distinct().where('areaId', '=', areaId).where('day', '<=', until);
  if (after !== null) query = query.where('day', '>', after);
  return (await query.orderBy('day').execute()).map(({ day }) => day);
}

/** Which days from `day` on have been judged, for all areas. */
export async function judgedSince(db: Db, day: CalendarDate): Promise<{ areaId: string; day: CalendarDate }[]> {
  return db.selectFrom('judgement').select(['areaId', 'day']).distinct().where('day', '>=', day).execute();
}

function toRow(judgementId: string, { sheet: _sheet, findings, measured, ...rest }: Observation) {
  return { ...rest, judgementId, findings: JSON.stringify(findings), measured: JSON.stringify(measured) };
}

/** The last judgement made for the newest day up to and including `until`; null when nothing was judged yet. */
export async function latestJudgement(db: Db, areaId: string, until: CalendarDate): Promise<Judgement | null> {
  const row = await db
    .selectFrom('judgement')
    .selectAll()
    .where('areaId', '=', areaId)
    .where('day', '<=', until)
    .orderBy('day', 'desc')
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
