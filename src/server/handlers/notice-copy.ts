import { noticeCopy as copy } from '../../app/notices/notice-copy.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { noticeCopy } from '../../contract/endpoints/notice-copy.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeCopy> = async (app, { areaId, noticeId, format, masked }) => ({
  ...(await copy(app, await noticeOf(app, areaId, noticeId), format, masked === 'yes')),
  as: 'document',
});
