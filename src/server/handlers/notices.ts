import { viewNotices } from '../../app/views/notices.ts';
import type { notices } from '../../contract/endpoints/notices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof notices> = (app, { areaId }) => viewNotices(app, areaId);
