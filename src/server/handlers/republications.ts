import { viewRepublications } from '../../app/republications/republications.ts';
import { noticeOf } from '../../app/views/notices.ts';
import type { republications } from '../../contract/endpoints/republications.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof republications> = async (app, { areaId, noticeId }) =>
  viewRepublications(app, await noticeOf(app, areaId, noticeId));
