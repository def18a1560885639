import { addMenuPicture } from '../../app/media/menus.ts';
import type { menuPictureAdd } from '../../contract/endpoints/menu-picture-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menuPictureAdd> = (app, { areaId, accountId }, file, caller) =>
  addMenuPicture(app, areaId, accountId, file, caller);
