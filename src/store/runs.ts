import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** 一次监测: all looks of an area on one monitored day. */
export type Run = Selectable<Tables['scanRun']>;

/** Id of a run: the same area, day and kind give the same one, so none is begun twice. */
export const runId = (areaId: string, day: CalendarDate, kind: string): string => stableId('run', areaId, day, kind);

/**
 * The run of an area, day and kind, made if it is not there; channels new in the register since are added to it.
 * Asking again changes nothing, so a scheduler that was killed may simply ask again.
 */
export async function createRun(
  db: Db,
  run: { areaId: string; day: CalendarDate; kind: string; createdAt: Instant; targets: readonly { channelId: string; host: string }[] },
): Promise<Run> {
  const { areaId, day, kind, createdAt, targets } = run;
  const id = runId(areaId, day, kind);
  const work = async (trx: Db): Promise<Run> => {
    await trx
      .insertInto('scanRun')
      .values({ areaId, id, day, kind, state: 'queued', createdAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const part of batches(targets)) {
      await trx
        .insertInto('scanTarget')
        .values(part.map(({ channelId, host }) => ({ runId: id, channelId, host, state: 'waiting' as const })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return trx.selectFrom('scanRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  };
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

export async function findRun(db: Db, id: string): Promise<Run | null> {
  return (await db.selectFrom('scanRun').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Runs of all areas from a day on, and the last sweep of each however old: all that decides what is due. */
export async function runsSince(db: Db, day: CalendarDate): Promise<Run[]> {
  return db
    .selectFrom('scanRun')
    .selectAll()
    .where('day', '>=', day)
    .union(
      db
        .selectFrom('scanRun')
        .distinctOn('areaId')
        .selectAll()
        .where('kind', 'in', ['sweep', 'sweep-now'])
        .orderBy('areaId')
        .orderBy('day', 'desc'),
    )
    .execute();
}

/** Runs of an area for days from one on. */
export async function runsOfArea(db: Db, areaId: string, from: CalendarDate): Promise<Run[]> {
  return db.selectFrom('scanRun').selectAll().where('areaId', '=', areaId).where('day', '>=', from).orderBy('id').execute();
}

/** Marks a queued run as being worked on. */
export async function setRunStarted(db: Db, id: string): Promise<void> {
  await db.updateTable('scanRun').set({ state: 'running' }).where('id', '=', id).where('state', '=', 'queued').execute();
}

/** Marks a run done once no channel of it is waiting or being looked at; answers true for the one caller that did. */
export async function finishRunIfComplete(db: Db, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scanRun')
    .set({ state: 'done', finishedAt: at })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .where(sql<boolean>`not exists (select from scan_target t where t.run_id = ${id} and t.state in ('waiting', 'running'))`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
