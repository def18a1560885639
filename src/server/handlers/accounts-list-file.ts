import { exportAccountsList } from '../../app/media/period-lists.ts';
import type { accountsListFile } from '../../contract/endpoints/accounts-list-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountsListFile> = async (app, { areaId, list, ...asked }) => ({
  ...(await exportAccountsList(app, areaId, list, asked)),
  as: 'document',
});
