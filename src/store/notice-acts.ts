import type { Selectable } from 'kysely';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';

/** One act on a notice. */
export type KeptAct = Selectable<Tables['noticeAct']>;

/** Acts on a notice, in the order they were made. */
export async function listActs(db: Db, noticeId: string): Promise<KeptAct[]> {
  return db.selectFrom('noticeAct').selectAll().where('noticeId', '=', noticeId).orderBy('seq').execute();
}

/**
 * Adds an act after the `after` acts its maker had seen. Throws 'conflict' when another came in between: what was decided
 * was decided on another state.
 */
export async function appendAct(db: Db, act: Omit<KeptAct, 'seq'>, after: number): Promise<void> {
  const added = await db
    .insertInto('noticeAct')
    .values({ ...act, seq: after + 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('seq')
    .executeTakeFirst();
  if (!added) throw new MingchaError('conflict', '这份通报刚刚被别人办理过。', '请刷新页面，看清最新状态后再办理。');
}

/** Takes a number for a notice. Throws 'conflict' naming the notice that has it. The same notice may ask again. */
export async function takeNumber(db: Db, taken: Selectable<Tables['noticeNumber']>): Promise<void> {
  await db
    .insertInto('noticeNumber')
    .values(taken)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const holder = await db
    .selectFrom('noticeNumber as n')
    .innerJoin('notice', 'notice.id', 'n.noticeId')
    .select(['n.noticeId', 'notice.title'])
    .where('n.areaId', '=', taken.areaId)
    .where('n.year', '=', taken.year)
    .where('n.number', '=', taken.number)
    .executeTakeFirst();
  if (holder?.noticeId === taken.noticeId) return;
  const what = holder ? `〔${taken.year}〕${taken.number}号已用于《${holder.title}》` : '这份通报已经取过别的文号';
  throw new MingchaError('conflict', `${what}，同一年的文号不能重复。`, '请改用下一个未用的文号。');
}

/** The number after the highest one used in the year. */
export async function nextNumber(db: Db, areaId: string, year: number): Promise<number> {
  const { top } = await db
    .selectFrom('noticeNumber')
    .select(({ fn }) => fn.max('number').as('top'))
    .where('areaId', '=', areaId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (top ?? 0) + 1;
}
