import { channelsFile as writeFile } from '../../app/views/channels-file.ts';
import type { channelsFile } from '../../contract/endpoints/channels-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof channelsFile> = async (app, { areaId, period, ...asked }) => ({
  ...(await writeFile(app, areaId, period, asked)),
  as: 'document',
});
