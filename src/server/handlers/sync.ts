import { viewSync } from '../../app/views/sync.ts';
import type { sync } from '../../contract/endpoints/sync.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof sync> = (app, { areaId, period }) => viewSync(app, areaId, period);
