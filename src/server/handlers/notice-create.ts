import { draftNotice } from '../../app/notices/draft-notice.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { noticeCreate } from '../../contract/endpoints/notice-create.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeCreate> = async (app, { areaId, period, template, title, signedDate }) => {
  await areaOf(app, areaId);
  return { id: await draftNotice(app, areaId, period, template, { title, signedDate }, app.now()) };
};
