import { resetUser } from '../../app/people/users.ts';
import type { userReset } from '../../contract/endpoints/user-reset.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof userReset> = async (app, { userId }, _file, caller) => ({
  id: userId,
  ...(await resetUser(app, caller, userId)),
});
