import { exportMatters } from '../../app/media/export.ts';
import type { accountMattersFile } from '../../contract/endpoints/account-matters-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountMattersFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await exportMatters(app, areaId, asked, caller)),
  as: 'document',
});
