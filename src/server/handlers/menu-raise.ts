import { raiseMenuFaults } from '../../app/media/menus.ts';
import type { menuRaise } from '../../contract/endpoints/menu-raise.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menuRaise> = async (app, { areaId, accountId }, _file, caller) => ({
  raised: await raiseMenuFaults(app, areaId, accountId, caller),
});
