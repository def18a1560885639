import { viewAreasWork } from '../../app/views/areas-work.ts';
import type { areasWork } from '../../contract/endpoints/areas-work.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof areasWork> = (app, { areaId }, _file, caller) => viewAreasWork(app, areaId, caller);
