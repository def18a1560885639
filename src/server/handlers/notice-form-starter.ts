import { starterOf } from '../../app/notices/office-forms.ts';
import type { noticeFormStarter } from '../../contract/endpoints/notice-form-starter.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeFormStarter> = async (app, { areaId, noticeId }) => ({
  ...(await starterOf(app, areaId, noticeId)),
  as: 'document',
});
