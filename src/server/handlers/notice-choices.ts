import { viewNoticeChoices } from '../../app/views/notice-choices.ts';
import type { noticeChoices } from '../../contract/endpoints/notice-choices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeChoices> = (app, { areaId }) => viewNoticeChoices(app, areaId);
