import { readMenuPicture } from '../../app/media/menus.ts';
import type { menuPicture } from '../../contract/endpoints/menu-picture.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menuPicture> = async (app, { areaId, accountId, pictureId }, _file, caller) => {
  const { bytes, fileName, picture } = await readMenuPicture(app, areaId, accountId, pictureId, caller);
  return { bytes, fileName, as: picture ? 'picture' : 'document' };
};
