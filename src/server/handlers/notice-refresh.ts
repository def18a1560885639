import { refreshDraft } from '../../app/notices/refresh-draft.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeRefresh } from '../../contract/endpoints/notice-refresh.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeRefresh> = async (app, { areaId, noticeId, version }, _file, caller) => {
  await refreshDraft(app, await noticeOf(app, areaId, noticeId), { version, by: actorOf(caller), at: app.now() });
  return { ok: true };
};
