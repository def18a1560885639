import { saveDraft } from '../../app/notices/save-draft.ts';
import { viewNoticeDraft } from '../../app/views/notice-draft.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeSave } from '../../contract/endpoints/notice-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeSave> = async (app, { areaId, noticeId, ...draft }, _file, { name: by }) => {
  await saveDraft(app, await noticeOf(app, areaId, noticeId), { ...draft, by }, app.now());
  return viewNoticeDraft(app, areaId, noticeId);
};
