import { areasBelowFile as writeFile } from '../../app/views/areas-below-file.ts';
import type { areasBelowFile } from '../../contract/endpoints/areas-below-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof areasBelowFile> = async (app, { areaId }, _file, caller) => ({
  ...(await writeFile(app, areaId, caller)),
  as: 'document',
});
