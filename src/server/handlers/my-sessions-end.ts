import { endOthers, viewSessions } from '../../app/people/own-account.ts';
import type { mySessionsEnd } from '../../contract/endpoints/my-sessions-end.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof mySessionsEnd> = async (app, { session }, _file, caller) => {
  await endOthers(app, caller, session);
  return { rows: await viewSessions(app, caller) };
};
