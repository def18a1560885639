import { submitDraft } from '../../app/notices/review-draft.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeSubmit } from '../../contract/endpoints/notice-submit.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeSubmit> = async (app, { areaId, noticeId, version, note }, _file, caller) => {
  await submitDraft(app, await noticeOf(app, areaId, noticeId), { version, by: actorOf(caller), note, at: app.now() });
  return { ok: true };
};
