import { viewSessions } from '../../app/people/own-account.ts';
import type { mySessions } from '../../contract/endpoints/my-sessions.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof mySessions> = async (app, _input, _file, caller) => ({ rows: await viewSessions(app, caller) });
