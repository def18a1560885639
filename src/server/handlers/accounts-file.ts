import { exportAccounts } from '../../app/media/export.ts';
import type { accountsFile } from '../../contract/endpoints/accounts-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountsFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await exportAccounts(app, areaId, asked, caller)),
  as: 'document',
});
