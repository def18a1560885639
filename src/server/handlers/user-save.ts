import { saveUser } from '../../app/people/users.ts';
import type { userSave } from '../../contract/endpoints/user-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof userSave> = async (app, { userId, homeAreaId: areaId, ofUnitId: unitId, ...wish }, _file, caller) => {
  await saveUser(app, caller, userId, { ...wish, areaId, unitId });
  return { ok: true };
};
