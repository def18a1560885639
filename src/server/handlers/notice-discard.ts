import { discardDraft } from '../../app/notices/discard-draft.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeDiscard } from '../../contract/endpoints/notice-discard.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeDiscard> = async (app, { areaId, noticeId, version, note }, _file, caller) => {
  await discardDraft(app, await noticeOf(app, areaId, noticeId), { version, by: actorOf(caller), note, at: app.now() });
  return { ok: true };
};
