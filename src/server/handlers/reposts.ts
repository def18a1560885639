import { viewReposts } from '../../app/views/reposts.ts';
import type { reposts } from '../../contract/endpoints/reposts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof reposts> = (app, { areaId, period }) => viewReposts(app, areaId, period);
