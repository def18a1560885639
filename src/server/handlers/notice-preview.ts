import { readNoticeFile } from '../../app/views/notices.ts';
import type { noticePreview } from '../../contract/endpoints/notice-preview.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticePreview> = async (app, { areaId, noticeId }, _file, { scope }) => ({
  ...(await readNoticeFile(app, areaId, { noticeId, format: 'html', scope })),
  as: 'page',
});
