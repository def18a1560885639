import { directoryFile as writeFile } from '../../app/directory/directory-file.ts';
import type { directoryFile } from '../../contract/endpoints/directory-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof directoryFile> = async (app, { areaId, ...asked }) => ({
  ...(await writeFile(app, areaId, asked)),
  as: 'document',
});
