import { viewMe } from '../../app/people/me.ts';
import { changePassword } from '../../app/people/sign-in.ts';
import type { passwordChange } from '../../contract/endpoints/password-change.ts';
import { type Handler, WithSession } from '../handler.ts';

export const handle: Handler<typeof passwordChange> = async (app, { password, newPassword }, _file, { userId, door }) => {
  const { token } = await changePassword(app, userId, password, newPassword, door);
  return new WithSession(await viewMe(app, token), token);
};
