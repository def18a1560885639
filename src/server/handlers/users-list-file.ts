import { usersListFile as writeFile } from '../../app/people/users-list-file.ts';
import type { usersListFile } from '../../contract/endpoints/users-list-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof usersListFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await writeFile(app, areaId, asked, caller)),
  as: 'document',
});
