import { drawFileOf } from '../../app/draws/draw-file.ts';
import type { drawFile } from '../../contract/endpoints/draw-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawFile> = async (app, { areaId, drawId, form }) => ({
  ...(await drawFileOf(app, areaId, drawId, form)),
  as: 'document',
});
