import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db, Tables } from './schema.ts';

/** An issued notice on the public page. */
export type Publication = Selectable<Tables['publication']>;

/** Publishes a notice under the next serial of its organisation and month; a withdrawn one comes back under its old number. */
export async function publish(db: Db, publication: Omit<Publication, 'serial' | 'views' | 'withdrawnAt'>): Promise<void> {
  const { noticeId, areaId, organisation, yearMonth, ...rest } = publication;
  await db
    .insertInto('publication')
    .values((eb) => ({
      noticeId,
      areaId,
      organisation,
      yearMonth,
      ...rest,
      views: 0,
      withdrawnAt: null,
      serial: eb
        .selectFrom('publication as earlier')
        .select(({ fn, lit }) => fn.coalesce(eb(fn.max('earlier.serial'), '+', 1), lit(1)).as('next'))
        .where('earlier.organisation', '=', organisation)
        .where('earlier.yearMonth', '=', yearMonth),
    }))
    .onConflict((conflict) => conflict.column('noticeId').doUpdateSet({ ...rest, withdrawnAt: null }))
    .execute();
}

/** Takes a notice off the public page; its number stays taken. */
export async function withdrawPublication(db: Db, noticeId: string, at: Instant): Promise<void> {
  await db.updateTable('publication').set({ withdrawnAt: at }).where('noticeId', '=', noticeId).execute();
}

export async function findPublication(db: Db, noticeId: string): Promise<Publication | null> {
  return (await db.selectFrom('publication').selectAll().where('noticeId', '=', noticeId).executeTakeFirst()) ?? null;
}

/** What stands on the public page of an area, the newest first. */
export async function listPublications(db: Db, areaId: string): Promise<(Publication & { title: string; state: string })[]> {
  return db
    .selectFrom('publication as p')
    .innerJoin('notice', 'notice.id', 'p.noticeId')
    .selectAll('p')
    .select(['notice.title', 'notice.state'])
    .where('p.areaId', '=', areaId)
    .where('p.withdrawnAt', 'is', null)
    .orderBy('p.publishedOn', 'desc')
    .orderBy('p.yearMonth', 'desc')
    .orderBy('p.serial', 'desc')
    .execute();
}

/** One more reader; who it was is not known. */
export async function countView(db: Db, noticeId: string): Promise<void> {
  await db
    .updateTable('publication')
    .set((eb) => ({ views: eb('views', '+', 1) }))
    .where('noticeId', '=', noticeId)
    .execute();
}
