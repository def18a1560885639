import { sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { NoticeTask } from './requirements.ts';
import type { Db } from './schema.ts';

/** What tells one requirement of a notice for one addressee. */
export type TaskKey = Pick<NoticeTask, 'areaId' | 'noticeId' | 'paragraphId' | 'addressee'>;

/** Makes a unit 协助单位 of a requirement; it then sees it as the addressee does (seeds U11). */
export async function addTaskHelper(db: Db, task: TaskKey, { unitId, by, at }: { unitId: string; by: string; at: Instant }): Promise<void> {
  const { areaId, noticeId, paragraphId, addressee } = task;
  await db
    .insertInto('taskHelper')
    .values({ areaId, noticeId, paragraphId, addressee, unitId, setBy: by, setAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeTaskHelper(db: Db, task: TaskKey, unitId: string): Promise<void> {
  await db
    .deleteFrom('taskHelper')
    .where('areaId', '=', task.areaId)
    .where('noticeId', '=', task.noticeId)
    .where('paragraphId', '=', task.paragraphId)
    .where('addressee', '=', task.addressee)
    .where('unitId', '=', unitId)
    .execute();
}

/** Names of the helpers of every requirement of an area, by notice, paragraph and addressee. */
export async function listTaskHelpers(db: Db, areaId: string): Promise<Map<string, { id: string; name: string }[]>> {
  const { rows } = await sql<TaskKey & { id: string; name: string }>`
    select h.notice_id, h.paragraph_id, h.addressee, u.id, u.name
    from task_helper h join unit u on u.area_id = h.area_id and u.id = h.unit_id
    where h.area_id = ${areaId} order by u.position, u.id`.execute(db);
  const helpers = new Map<string, { id: string; name: string }[]>();
  for (const { id, name, ...task } of rows) helpers.set(taskName(task), [...(helpers.get(taskName(task)) ?? []), { id, name }]);
  return helpers;
}

/** One text that names a task of a notice: the key of maps over tasks. */
export const taskName = ({ noticeId, paragraphId, addressee }: Omit<TaskKey, 'areaId'>): string =>
  JSON.stringify([noticeId, paragraphId, addressee]);
