import { exportMenus } from '../../app/media/export.ts';
import type { menusFile } from '../../contract/endpoints/menus-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menusFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await exportMenus(app, areaId, asked, caller)),
  as: 'document',
});
