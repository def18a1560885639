import { repeatDraw } from '../../app/draws/view-draw.ts';
import type { drawRepeat } from '../../contract/endpoints/draw-repeat.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawRepeat> = (app, { areaId, drawId }) => repeatDraw(app, areaId, drawId);
