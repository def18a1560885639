import { actorOf } from '../../app/people/caller.ts';
import { publishNotice } from '../../app/public/publish-notice.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticePublish } from '../../contract/endpoints/notice-publish.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticePublish> = async (app, { areaId, noticeId, note, ...wanted }, _file, caller) => {
  await publishNotice(app, await noticeOf(app, areaId, noticeId), wanted, { by: actorOf(caller), note, at: app.now() });
  return { ok: true };
};
