import { publishNotice } from '../../app/public/publish-notice.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticePublish } from '../../contract/endpoints/notice-publish.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticePublish> = async (app, { areaId, noticeId, by, role, note, ...wanted }) => {
  await publishNotice(app, await noticeOf(app, areaId, noticeId), wanted, { by: { name: by, role }, note, at: app.now() });
  return { ok: true };
};
