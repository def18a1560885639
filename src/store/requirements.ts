import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { retire } from './retire.ts';
import type { Db, Tables } from './schema.ts';

/** A requirement of the office's library (工作要求). */
export type Requirement = Omit<Selectable<Tables['requirement']>, 'retiredAt'>;
/** A requirement of an issued notice as it stands for one addressee. */
export type NoticeTask = Selectable<Tables['noticeTask']>;

export async function listRequirements(db: Db, areaId: string): Promise<Requirement[]> {
  return db
    .selectFrom('requirement')
    .select(['areaId', 'id', 'heading', 'text', 'deadline', 'position'])
    .where('areaId', '=', areaId)
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Keeps a requirement; one of the same id is replaced and is in use again. */
export async function putRequirement(db: Db, { areaId, id, deadline, ...rest }: Requirement): Promise<void> {
  const values = { ...rest, deadline: deadline === null ? null : JSON.stringify(deadline), retiredAt: null };
  await db
    .insertInto('requirement')
    .values({ areaId, id, ...values })
    .onConflict((conflict) => conflict.columns(['areaId', 'id']).doUpdateSet(values))
    .execute();
}

/** Takes a requirement out of use; answers whether there was one. */
export const retireRequirement = (db: Db, areaId: string, id: string, at: Instant): Promise<boolean> =>
  retire(db, 'requirement', { areaId, id }, at);

/** Keeps the tasks of an issued notice. Once: a notice issued again after a kill has them already. */
export async function insertTasks(db: Db, tasks: readonly NoticeTask[]): Promise<void> {
  if (tasks.length > 0)
    await db
      .insertInto('noticeTask')
      .values([...tasks])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Tasks of an area's units, those they help with too (seeds U11; null: of every addressee), open ones by their day first, those without a day last. */
export async function listTasks(db: Db, areaId: string, units: readonly string[] | null): Promise<(NoticeTask & { title: string })[]> {
  return db
    .selectFrom('noticeTask as t')
    .innerJoin('notice', 'notice.id', 't.noticeId')
    .selectAll('t')
    .select('notice.title')
    .where('t.areaId', '=', areaId)
    .$if(units !== null, (query) =>
      query.where(sql<boolean>`(t.unit_id = any(${units}::text[]) or exists (
        select from task_helper h where h.notice_id = t.notice_id and h.paragraph_id = t.paragraph_id
          and h.addressee = t.addressee and h.unit_id = any(${units}::text[])))`),
    )
    .orderBy('t.doneAt', (by) => by.desc().nullsFirst())
    .orderBy('t.dueOn', (by) => by.asc().nullsLast())
    .orderBy('t.noticeId')
    .orderBy('t.position')
    .execute();
}

/** Marks a task of one of the units (null: of anyone) done, or open again with null; answers whether it is there. */
export async function markTask(
  db: Db,
  key: Pick<NoticeTask, 'areaId' | 'noticeId' | 'paragraphId' | 'addressee'>,
  done: { at: Instant; by: string } | null,
  units: readonly string[] | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('noticeTask')
    .set({ doneAt: done?.at ?? null, doneBy: done?.by ?? null })
    .where('areaId', '=', key.areaId)
    .where('noticeId', '=', key.noticeId)
    .where('paragraphId', '=', key.paragraphId)
    .where('addressee', '=', key.addressee)
    .$if(units !== null, (query) => query.where('unitId', '=', sql<string>`any(${units}::text[])`))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
