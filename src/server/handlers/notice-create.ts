import { draftAsked } from '../../app/notices/draft-asked.ts';
import { actorOf } from '../../app/people/caller.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { noticeCreate } from '../../contract/endpoints/notice-create.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeCreate> = async (app, { areaId, period, template, title, signedDate }, _file, caller) => {
  await areaOf(app, areaId);
  const asked = { areaId, periodId: period, template, choice: { title, signedDate } };
  return { id: await draftAsked(app, asked, { by: actorOf(caller), at: app.now() }) };
};
