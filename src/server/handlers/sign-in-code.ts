import { viewMe } from '../../app/people/me.ts';
import { giveCode } from '../../app/people/sign-in.ts';
import type { signInCode } from '../../contract/endpoints/sign-in-code.ts';
import { type Handler, WithSession } from '../handler.ts';

export const handle: Handler<typeof signInCode> = async (app, { code }, _file, { userId, token, door }) => {
  const opened = await giveCode(app, userId, token, code, door);
  return new WithSession(await viewMe(app, opened.token), opened.token);
};
