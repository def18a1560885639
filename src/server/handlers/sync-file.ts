import { syncFile as readSyncFile } from '../../app/views/sync.ts';
import type { syncFile } from '../../contract/endpoints/sync-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof syncFile> = async (app, { areaId, period }) => ({
  ...(await readSyncFile(app, areaId, period)),
  as: 'document',
});
