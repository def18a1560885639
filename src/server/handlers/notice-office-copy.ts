import { officeCopyOf } from '../../app/notices/office-forms.ts';
import type { noticeOfficeCopy } from '../../contract/endpoints/notice-office-copy.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeOfficeCopy> = async (app, { areaId, noticeId, formId }) => ({
  ...(await officeCopyOf(app, areaId, noticeId, formId)),
  as: 'document',
});
