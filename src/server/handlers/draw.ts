import { viewDraw } from '../../app/draws/view-draw.ts';
import type { draw } from '../../contract/endpoints/draw.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof draw> = (app, { areaId, drawId, page, size }, _file, caller) =>
  viewDraw(app, areaId, drawId, { page, size }, caller);
