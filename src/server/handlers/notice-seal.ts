import { sealNotice } from '../../app/notices/seal-notice.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeSeal } from '../../contract/endpoints/notice-seal.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeSeal> = async (app, { areaId, noticeId }, file, caller) => {
  await sealNotice(app, await noticeOf(app, areaId, noticeId), file, { by: actorOf(caller), note: null, at: app.now() });
  return { ok: true };
};
