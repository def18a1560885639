import { viewOverview } from '../../app/views/overview.ts';
import type { overview } from '../../contract/endpoints/overview.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof overview> = (app, { areaId, period }, _file, caller) => viewOverview(app, areaId, period, caller.scope);
