import { readNoticeFile } from '../../app/views/notices.ts';
import type { noticeFile } from '../../contract/endpoints/notice-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeFile> = async (app, { areaId, noticeId, format }, _file, { scope }) => ({
  ...(await readNoticeFile(app, areaId, { noticeId, format, scope })),
  as: 'document',
});
