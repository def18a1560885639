import { readingAlarms as alarmsOf } from '../../app/reading/alarms.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { readingAlarms } from '../../contract/endpoints/reading-alarms.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof readingAlarms> = async (app, { areaId }) => {
  await areaOf(app, areaId);
  return { rows: await alarmsOf(app, areaId) };
};
