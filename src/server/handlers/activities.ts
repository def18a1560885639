import { viewActivities } from '../../app/views/activities.ts';
import type { activities } from '../../contract/endpoints/activities.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof activities> = (app, { areaId, period }) => viewActivities(app, areaId, period);
