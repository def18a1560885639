import { importUsers } from '../../app/people/users-file.ts';
import type { usersImport } from '../../contract/endpoints/users-import.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof usersImport> = async (app, { areaId, fileName }, file, caller) => ({
  ...(await importUsers(app, caller, areaId, { name: fileName, bytes: file })),
  as: 'document',
});
