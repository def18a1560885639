import { releaseDraft } from '../../app/notices/release-draft.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeIssue } from '../../contract/endpoints/notice-issue.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeIssue> = async (app, { areaId, noticeId, by, role, version, note }) => {
  await releaseDraft(app, await noticeOf(app, areaId, noticeId), { version, by: { name: by, role }, note, at: app.now() });
  return { ok: true };
};
