import { viewMenus } from '../../app/media/menus.ts';
import type { menus } from '../../contract/endpoints/menus.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menus> = (app, { areaId }, _file, caller) => viewMenus(app, areaId, caller);
