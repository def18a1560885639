import { keepMenuCheck } from '../../app/media/menus.ts';
import type { menuSave } from '../../contract/endpoints/menu-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof menuSave> = async (app, { areaId, accountId, entries }, _file, caller) => {
  await keepMenuCheck(app, areaId, accountId, entries, caller);
  return { ok: true };
};
