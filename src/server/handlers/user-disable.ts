import { setDisabled } from '../../app/people/users.ts';
import type { userDisable } from '../../contract/endpoints/user-disable.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof userDisable> = async (app, { userId, disabled }, _file, caller) => {
  await setDisabled(app, caller, userId, disabled);
  return { ok: true };
};
