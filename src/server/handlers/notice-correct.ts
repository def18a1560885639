import { correctNotice } from '../../app/notices/correct-notice.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeCorrect } from '../../contract/endpoints/notice-correct.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeCorrect> = async (app, { areaId, noticeId, data }, _file, caller) => ({
  id: await correctNotice(app, await noticeOf(app, areaId, noticeId), { data, by: actorOf(caller), at: app.now() }),
});
