import { holdDraw } from '../../app/draws/hold-draw.ts';
import type { drawHold } from '../../contract/endpoints/draw-hold.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawHold> = async (app, { areaId, ...wish }, _file, { name }) => ({
  drawId: (await holdDraw(app, areaId, { ...wish, by: name })).id,
});
