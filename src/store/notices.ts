import { type NotNull, type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { Db, Tables } from './schema.ts';
import { NOTICE_STATES, wentOut } from './states.ts';

/** 通报 of a period under a template: the snapshot it was written from and how it stands. */
export type Notice = Selectable<Tables['notice']>;
/** One written file of a notice; its bytes are in the evidence store under `blob`. */
export type NoticeFile = Selectable<Tables['noticeFile']>;

/** Keeps a notice as the next version of its period and template; answers the version. A correction names what it `supersedes`. */
export async function insertNotice(db: Db, notice: Omit<Notice, 'version'>): Promise<number> {
  const { areaId, periodId, template, snapshot, disagreements, ...rest } = notice;
  const { version } = await db
    .insertInto('notice')
    .values((eb) => ({
      ...rest,
      areaId,
      periodId,
      template,
      snapshot: JSON.stringify(snapshot),
      disagreements: JSON.stringify(disagreements),
      version: eb
        .selectFrom('notice as earlier')
        .select(({ fn, lit }) => fn.coalesce(eb(fn.max('earlier.version'), '+', 1), lit(1)).as('next'))
        .where('earlier.areaId', '=', areaId)
        .where('earlier.periodId', '=', periodId)
        .where('earlier.template', '=', template),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Puts a draft aside for good; it stays to be read. Throws MingchaError 'conflict' unless it is a draft. */
export async function discardNotice(db: Db, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ state: 'discarded' })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new MingchaError('conflict', '这份通报刚刚印发或者已经作废。', '请刷新页面，看清最新状态。');
}

/** Issues a draft; the version it supersedes becomes `replaced`. Throws MingchaError 'conflict' unless it is a draft. */
export async function issueNotice(db: Db, id: string, at: Instant, overrideReason: string | null = null): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => issueNotice(trx, id, at, overrideReason));
  const issued = await db
    .updateTable('notice')
    .set({ state: 'issued', issuedAt: at, overrideReason })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .returning('supersedes')
    .executeTakeFirst();
  if (!issued) throw new MingchaError('conflict', '该通报已经印发或不存在，不能再次印发。', '如需更正，请另行生成新版本。');
  if (issued.supersedes) await db.updateTable('notice').set({ state: 'replaced' }).where('id', '=', issued.supersedes).execute();
}

/** A notice of any area; who asks for one area compares `areaId`. */
export async function findNotice(db: Db, id: string): Promise<Notice | null> {
  return (await db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Issued notices in force whose list names a problem of the area, the oldest first. */
export async function issuedNaming(db: Db, areaId: string, problemId: string): Promise<Pick<Notice, 'id' | 'title'>[]> {
  return db
    .selectFrom('notice')
    .select(['id', 'title'])
    .where('areaId', '=', areaId)
    .where('state', '=', 'issued')
    .where(sql<boolean>`exists (select from json_array_elements(snapshot -> 'problems') as p where p ->> 'id' = ${problemId})`)
    .orderBy('issuedAt')
    .execute();
}

/** Notices of an area without their snapshots, the newest first. */
export async function listNotices(db: Db, areaId: string): Promise<Omit<Notice, 'snapshot'>[]> {
  return db
    .selectFrom('notice')
    .select([
      'areaId',
      'id',
      'periodId',
      'template',
      'version',
      'state',
      'title',
      'snapshotHash',
      'disagreements',
      'overrideReason',
      'supersedes',
      'createdAt',
      'issuedAt',
    ])
    .where('areaId', '=', areaId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Whether a notice on the period is out: then its results stand. */
export async function isIssuedOn(db: Db, areaId: string, periodId: string): Promise<boolean> {
  const row = await db
    .selectFrom('notice')
    .select('id')
    .where('areaId', '=', areaId)
    .where('periodId', '=', periodId)
    .where('state', '=', 'issued')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was issued in an area, with its number, the newest first. */
export async function listIssuedNotices(db: Db, areaId: string) {
  return db
    .selectFrom('notice')
    .select(['id', 'title', 'periodId', 'state', 'issuedAt'])
    .select(sql<string | null>`snapshot -> 'document' ->> 'number'`.as('number'))
    .where('areaId', '=', areaId)
    .where('state', 'in', NOTICE_STATES.filter(wentOut))
    .orderBy('issuedAt', 'desc')
    .orderBy('id')
    .$narrowType<{ issuedAt: NotNull }>()
    .execute();
}

/** Keeps the files of a notice. Written once: a notice whose files would differ is a new version. */
export async function insertNoticeFiles(db: Db, files: readonly NoticeFile[]): Promise<void> {
  if (files.length > 0) await db.insertInto('noticeFile').values(files).execute();
}

/** Files of an issued notice, by format; a draft has none. */
export async function listNoticeFiles(db: Db, noticeId: string): Promise<NoticeFile[]> {
  return db.selectFrom('noticeFile').selectAll().where('noticeId', '=', noticeId).orderBy('format').execute();
}
