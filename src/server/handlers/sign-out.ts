import { viewMe } from '../../app/people/me.ts';
import { closeSession } from '../../app/people/sessions.ts';
import type { signOut } from '../../contract/endpoints/sign-out.ts';
import { type Handler, WithSession } from '../handler.ts';

export const handle: Handler<typeof signOut> = async (app, _input, _file, { token }) => {
  await closeSession(app, token);
  return new WithSession(await viewMe(app, null), null);
};
