import { reviewDraft } from '../../app/notices/review-draft.ts';
import { actorOf } from '../../app/people/caller.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeReview } from '../../contract/endpoints/notice-review.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeReview> = async (app, { areaId, noticeId, version, note, approve }, _file, caller) => {
  await reviewDraft(app, await noticeOf(app, areaId, noticeId), approve, { version, by: actorOf(caller), note, at: app.now() });
  return { ok: true };
};
