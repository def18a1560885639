import { canonicalJson } from '../../core/canonical-json.ts';
import { dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256 } from '../../core/id.ts';
import type { Actor } from '../../ledger/event.ts';
import { auditDocument } from '../../notice/audit/audit.ts';
import { NO_EDITS } from '../../notice/edits/model.ts';
import { findEdits, saveEdits } from '../../store/notice-edits.ts';
import type { Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { closeAnew } from './close-anew.ts';
import { buildSnapshot } from './snapshot.ts';
import { checkWording } from './wording-check.ts';
import { draftOf } from './working-draft.ts';

/**
 * 重新取数: closes the period anew (`closeAnew`) and freezes it from today's ledger under the office's words, which stay; whoever approved it approved another version. Throws 'refused' when it is issued already or while
 * findings wait for a person, 'conflict' when somebody saved since it was read.
 */
export async function refreshDraft(
  app: App,
  notice: Notice,
  { version, by, at }: { version: number; by: Actor; at: Instant },
): Promise<void> {
  if (notice.state === 'discarded') throw new MingchaError('refused', '这份草稿已经作废，不能重新取数。', '请另行起草。');
  if (notice.state !== 'draft')
    throw new MingchaError('refused', '这份通报已经印发，数据不能再变。', '如数据有误，请用“重新取数更正”另出一版。');
  await requireUnchanged(app, notice.id, version);
  await closeAnew(app, notice, { by, at });
  const { title, number, signedDate, printedDate, requirements } = notice.snapshot.document;
  const choice = { title, number, signedDate, printedDate, requirements, naming: notice.snapshot.naming, corrects: notice.supersedes };
  const snapshot = await buildSnapshot(app, notice.areaId, notice.periodId, choice, at);
  const edits = (await findEdits(app.db, notice.id))?.edits ?? NO_EDITS;
  const { document, snapshot: working } = await draftOf(app, { template: notice.template, snapshot }, edits);
  const wording = await checkWording(document, working.document.signedDate ?? dateAt(at));
  const saved = await saveEdits(app.db, {
    noticeId: notice.id,
    over: version,
    edits,
    title: document.title,
    disagreements: [...auditDocument(document, working), ...wording],
    frozen: { snapshot, snapshotHash: sha256(canonicalJson(snapshot)) },
    by: by.name,
    at,
  });
  if (saved === null) throw changed();
}

/** Nothing is closed again for a page that shows old words. */
async function requireUnchanged(app: App, noticeId: string, version: number): Promise<void> {
  if (((await findEdits(app.db, noticeId))?.version ?? 0) !== version) throw changed();
}

const changed = (): MingchaError =>
  new MingchaError('conflict', '别人刚刚修改了这份通报，没有重新取数。', '请刷新页面，看过新的内容再重新取数。');
