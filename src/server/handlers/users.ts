import { viewUsers } from '../../app/people/users.ts';
import type { users } from '../../contract/endpoints/users.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof users> = async (app, _input, _file, caller) => ({ rows: await viewUsers(app, caller) });
