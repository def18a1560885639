import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Disagreement } from '../notice/audit/disagreement.ts';
import type { NoticeEdits } from '../notice/edits/model.ts';
import type { Notice } from './notices.ts';
import type { Db, Tables } from './schema.ts';

/** What the office changed of a notice, as last saved. */
export type KeptEdits = Selectable<Tables['noticeEdit']>;

/** The office's changes over the template of a draft; null while nobody has saved any. */
export async function findEdits(db: Db, noticeId: string): Promise<KeptEdits | null> {
  return (await db.selectFrom('noticeEdit').selectAll().where('noticeId', '=', noticeId).executeTakeFirst()) ?? null;
}

/** Changes of a draft with what they make of its title and its disagreements. */
export interface EditsToSave {
  noticeId: string;
  /** Version they were made over; 0 = nothing was saved before. */
  over: number;
  edits: NoticeEdits;
  title: string;
  disagreements: readonly Disagreement[];
  /** Where the data were frozen anew: what the words now rest on. */
  frozen?: Pick<Notice, 'snapshot' | 'snapshotHash'>;
  by: string;
  at: Instant;
}

/**
 * Saves the changes of a draft as the next version. Answers that version, or null when somebody saved since, or it is no
 * draft any more; then nothing is changed.
 */
export async function saveEdits(db: Db, save: EditsToSave): Promise<number | null> {
  if (!db.isTransaction) return db.transaction().execute((trx) => saveEdits(trx, save));
  // The row of the notice is the lock: two saves, or a save and an issue, come one after the other.
  const draft = await db
    .selectFrom('notice')
    .select('id')
    .where('id', '=', save.noticeId)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  const kept = await findEdits(db, save.noticeId);
  if (!draft || (kept?.version ?? 0) !== save.over) return null;
  const version = save.over + 1;
  const values = { version, edits: JSON.stringify(save.edits), savedBy: save.by, savedAt: save.at };
  await db
    .insertInto('noticeEdit')
    .values({ noticeId: save.noticeId, ...values })
    .onConflict((conflict) => conflict.column('noticeId').doUpdateSet(values))
    .execute();
  await db
    .updateTable('notice')
    .set({
      title: save.title,
      disagreements: JSON.stringify(save.disagreements),
      ...(save.frozen ? { snapshot: JSON.stringify(save.frozen.snapshot), snapshotHash: save.frozen.snapshotHash } : {}),
    })
    .where('id', '=', save.noticeId)
    .execute();
  return version;
}

/** What issuing itself wrote into a notice (印发日期), under the version that was reviewed: the words are the same. */
export async function keepIssuedEdits(
  trx: Db,
  { noticeId, version, edits, by, at }: Pick<EditsToSave, 'noticeId' | 'edits' | 'by' | 'at'> & { version: number },
): Promise<void> {
  await trx
    .insertInto('noticeEdit')
    .values({ noticeId, version, edits: JSON.stringify(edits), savedBy: by, savedAt: at })
    // Whoever saved last stays named.
    .onConflict((conflict) => conflict.column('noticeId').doUpdateSet({ edits: JSON.stringify(edits) }))
    .execute();
}

/** Changes a new draft begins with: those of the notice it corrects. */
export async function insertEdits(db: Db, { edits, ...kept }: KeptEdits): Promise<void> {
  await db
    .insertInto('noticeEdit')
    .values({ ...kept, edits: JSON.stringify(edits) })
    .execute();
}
