import { addUser } from '../../app/people/users.ts';
import type { userAdd } from '../../contract/endpoints/user-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof userAdd> = (app, { homeAreaId: areaId, ofUnitId: unitId, ...wish }, _file, caller) =>
  addUser(app, caller, { ...wish, areaId, unitId });
