import { canonicalJson } from '../../core/canonical-json.ts';
import { type CalendarDate, chineseDate, dateAt, type Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { sha256, stableId } from '../../core/id.ts';
import type { Actor } from '../../ledger/event.ts';
import { auditDocument } from '../../notice/audit/audit.ts';
import { type NoticeEdits, OWN } from '../../notice/edits/model.ts';
import { findEdits, insertEdits } from '../../store/notice-edits.ts';
import { findNotice, insertNotice, listNotices, type Notice } from '../../store/notices.ts';
import type { App } from '../open.ts';
import { closeAnew } from './close-anew.ts';
import { refreshDraft } from './refresh-draft.ts';
import { buildSnapshot } from './snapshot.ts';
import { draftOf, type WorkingDraft, workingDraft } from './working-draft.ts';

export interface Correction {
  /** `same`: the words were wrong, the data stay frozen. `fresh`: the period is closed and frozen anew from today's ledger. */
  data: 'same' | 'fresh';
  by: Actor;
  at: Instant;
}

/**
 * 更正: a new draft of an issued notice that begins with its words, names it in its opening, and takes its place when it is
 * issued itself. One that is open already is answered again, frozen anew where fresh data are asked for. Throws 'refused' unless
 * the notice is the one in force.
 */
export async function correctNotice(app: App, notice: Notice, { data, by, at }: Correction): Promise<string> {
  if (notice.state !== 'issued') throw new MingchaError('refused', '只能更正现行有效的通报。', '请打开已印发的最新一版。');
  const begun = (await listNotices(app.db, notice.areaId)).filter(({ supersedes }) => supersedes === notice.id);
  const open = begun.find(({ state }) => state === 'draft');
  if (open) {
    // Who asks for fresh data is not given the old ones of a draft that was begun for words alone.
    const draft = data === 'fresh' ? await findNotice(app.db, open.id) : null;
    if (draft) await refreshDraft(app, draft, { version: (await findEdits(app.db, open.id))?.version ?? 0, by, at });
    return open.id;
  }
  const old = await workingDraft(app, notice);
  const { title, signedDate } = old.snapshot.document;
  if (data === 'fresh') await closeAnew(app, { ...notice, supersedes: notice.id }, { by, at });
  const snapshot =
    data === 'same'
      ? notice.snapshot
      : await buildSnapshot(app, notice.areaId, notice.periodId, { title, signedDate, corrects: notice.id }, at);
  const edits = correctionEdits(old, dateAt(at));
  const id = stableId('notice', notice.id, at, String(begun.length));
  const draft = await draftOf(app, { template: notice.template, snapshot }, edits);
  await app.db.transaction().execute(async (trx) => {
    await insertNotice(trx, {
      areaId: notice.areaId,
      id,
      periodId: notice.periodId,
      template: notice.template,
      state: 'draft',
      title: draft.document.title,
      snapshot,
      snapshotHash: sha256(canonicalJson(snapshot)),
      disagreements: auditDocument(draft.document, draft.snapshot),
      overrideReason: null,
      supersedes: notice.id,
      createdAt: at,
      issuedAt: null,
    });
    await insertEdits(trx, { noticeId: id, version: 1, edits, savedBy: by.name, savedAt: at });
  });
  return id;
}

/** The old words under today's date, without the old number, behind a paragraph that says what is corrected. */
function correctionEdits({ edits, document }: WorkingDraft, today: CalendarDate): NoticeEdits {
  const { number, title, signature } = document;
  const day = signature.date === null ? '' : `${chineseDate(signature.date)}印发的`;
  const named = `《${title}》${number === null ? '' : `（${number}）`}`;
  const paragraph = {
    id: `${OWN}correction`,
    part: 'opening' as const,
    level: 0 as const,
    heading: null,
    runs: [{ text: `${day}${named}内容有误，现予更正，以本通报为准，原通报同时停止使用。` }],
    deadline: null,
  };
  const own = edits.added.filter(({ id }) => id !== paragraph.id);
  const order = document.body.map(({ id }) => id).filter((id) => id !== paragraph.id);
  return {
    ...edits,
    head: { ...edits.head, title, number: null, signedDate: today, printedDate: null },
    added: [paragraph, ...own],
    order: [paragraph.id, ...order],
  };
}
