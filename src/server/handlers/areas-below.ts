import { viewAreasBelow } from '../../app/views/areas-below.ts';
import type { areasBelow } from '../../contract/endpoints/areas-below.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof areasBelow> = (app, { areaId }, _file, caller) => viewAreasBelow(app, areaId, caller);
