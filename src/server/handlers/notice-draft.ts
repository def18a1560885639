import { viewNoticeDraft } from '../../app/views/notice-draft.ts';
import type { noticeDraft } from '../../contract/endpoints/notice-draft.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeDraft> = (app, { areaId, noticeId }) => viewNoticeDraft(app, areaId, noticeId);
