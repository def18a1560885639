import { activitiesFile as fileOf } from '../../app/views/activities-file.ts';
import type { activitiesFile } from '../../contract/endpoints/activities-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof activitiesFile> = async (app, { areaId, period, copy }) => ({
  ...(await fileOf(app, areaId, period, copy)),
  as: 'document',
});
