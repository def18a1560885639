import { viewMe } from '../../app/people/me.ts';
import { signIn as enter } from '../../app/people/sign-in.ts';
import type { signIn } from '../../contract/endpoints/sign-in.ts';
import { type Handler, WithSession } from '../handler.ts';

export const handle: Handler<typeof signIn> = async (app, { login, password }, _file, { door }) => {
  const { token } = await enter(app, login, password, door);
  return new WithSession(await viewMe(app, token), token);
};
