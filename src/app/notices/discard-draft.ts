import { MingchaError } from '../../core/error.ts';
import { appendAct } from '../../store/notice-acts.ts';
import { findEdits } from '../../store/notice-edits.ts';
import { discardNotice, type Notice } from '../../store/notices.ts';
import { wentOut } from '../../store/states.ts';
import type { App } from '../open.ts';
import { type Decision, standing } from './review-draft.ts';

/**
 * 作废: puts a draft aside for good, a correction too. Its words stay to be read; nothing is begun from it any more, and a new one
 * may be begun at once. Throws 'refused' for what went out, 'conflict' when somebody has saved or dealt with it since.
 */
export async function discardDraft(app: App, notice: Notice, decision: Decision): Promise<void> {
  if (wentOut(notice.state))
    throw new MingchaError('refused', '这份通报已经印发，不能作废。', '如内容有误，请用“更正”另出一版，原通报由更正件代替。');
  const { version, by, note, at } = decision;
  const { acts } = await standing(app, notice, version, ['drafting', 'submitted', 'approved', 'returned'], '作废');
  await app.db.transaction().execute(async (trx) => {
    await discardNotice(trx, notice.id);
    // Behind the lock on the notice: nobody's words are thrown away unseen.
    if (((await findEdits(trx, notice.id))?.version ?? 0) !== version)
      throw new MingchaError('conflict', '有人刚刚修改了这份草稿，没有作废。', '请刷新页面，看过新的内容再作废。');
    await appendAct(
      trx,
      { noticeId: notice.id, act: 'discarded', byRole: by.role, byName: by.name, at, editVersion: version, note },
      acts.length,
    );
  });
}
