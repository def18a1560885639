import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
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

export interface TaskQuery {
  state?: 'open' | 'late' | 'done' | undefined;
  /** Words within the addressee, the heading or the notice's title. */
  words?: string | undefined;
  noticeId?: string | undefined;
  paragraphId?: string | undefined;
  addressee?: string | undefined;
  /** Open ones by their day first, those without a day last; or by addressee; or the newest notice first. */
  sort?: 'due' | 'unit' | 'notice' | undefined;
}
type Listed = NoticeTask & { title: string };

/**
 * Tasks of an area's units as they stand on a day, those they help with too (seeds U11; `units` null: of every addressee), and how many
 * there are on all pages. `limit` null: all of them.
 */
export async function listTasks(
  db: Db,
  areaId: string,
  units: readonly string[] | null,
  { state, words, noticeId, paragraphId, addressee, sort = 'due' }: TaskQuery,
  day: CalendarDate,
  { limit, offset }: { limit: number | null; offset: number } = { limit: null, offset: 0 },
): Promise<{ tasks: Listed[]; total: number }> {
  const standing = { open: sql`t.done_at is null`, late: LATE(day), done: sql`t.done_at is not null` };
  const first = { due: sql``, unit: sql`t.addressee,`, notice: sql`n.issued_at desc nulls last, t.notice_id, t.position,` }[sort];
  const { rows } = await sql<Listed & { total: number }>`
    select t.*, n.title, (count(*) over ())::int as total
    from notice_task t join notice n on n.id = t.notice_id
    where t.area_id = ${areaId} ${seenBy(units)}
      ${state === undefined ? sql`` : sql`and ${standing[state]}`}
      ${words ? sql`and position(${words} in concat_ws(' ', t.addressee, t.heading, n.title)) > 0` : sql``}
      ${noticeId === undefined ? sql`` : sql`and t.notice_id = ${noticeId}`}
      ${paragraphId === undefined ? sql`` : sql`and t.paragraph_id = ${paragraphId}`}
      ${addressee === undefined ? sql`` : sql`and t.addressee = ${addressee}`}
    order by ${first} t.done_at desc nulls first, t.due_on nulls last, t.notice_id, t.position, t.addressee
    limit ${limit} offset ${offset}`.execute(db);
  return { tasks: rows.map(({ total: _total, ...task }) => task), total: rows[0]?.total ?? 0 };
}

/** How many of them there are, are not done, and are late on a day. */
export async function countTasks(db: Db, areaId: string, units: readonly string[] | null, day: CalendarDate) {
  const { rows } = await sql<{ all: number; open: number; late: number }>`
    select count(*)::int as all, (count(*) filter (where t.done_at is null))::int as open, (count(*) filter (where ${LATE(day)}))::int as late
    from notice_task t where t.area_id = ${areaId} ${seenBy(units)}`.execute(db);
  return rows[0] as { all: number; open: number; late: number };
}

const LATE = (day: CalendarDate) => sql`(t.done_at is null and t.due_on < ${day})`;
const seenBy = (units: readonly string[] | null) =>
  units === null
    ? sql``
    : sql`and (t.unit_id = any(${units}::text[]) or exists (
        select from task_helper h where h.notice_id = t.notice_id and h.paragraph_id = t.paragraph_id
          and h.addressee = t.addressee and h.unit_id = any(${units}::text[])))`;

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
