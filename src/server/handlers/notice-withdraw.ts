import { actorOf } from '../../app/people/caller.ts';
import { unpublishNotice } from '../../app/public/publish-notice.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeWithdraw } from '../../contract/endpoints/notice-withdraw.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeWithdraw> = async (app, { areaId, noticeId, note }, _file, caller) => {
  await unpublishNotice(app, await noticeOf(app, areaId, noticeId), { by: actorOf(caller), note, at: app.now() });
  return { ok: true };
};
