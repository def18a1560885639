import { viewNotice } from '../../app/views/notice.ts';
import type { notice } from '../../contract/endpoints/notice.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof notice> = (app, { areaId, noticeId }, _file, { name }) => viewNotice(app, areaId, noticeId, name);
