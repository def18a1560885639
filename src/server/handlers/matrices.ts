import { viewMatrices } from '../../app/media/matrices.ts';
import type { matrices } from '../../contract/endpoints/matrices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof matrices> = (app, { areaId, period }) => viewMatrices(app, areaId, period);
