import { viewNoticeFigure } from '../../app/views/notice-figure.ts';
import type { noticeFigure } from '../../contract/endpoints/notice-figure.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof noticeFigure> = (app, { areaId, noticeId, figureId }) =>
  viewNoticeFigure(app, areaId, noticeId, figureId);
