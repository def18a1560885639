import { viewAccounts } from '../../app/media/accounts.ts';
import type { accounts } from '../../contract/endpoints/accounts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accounts> = (app, { areaId }, _file, caller) => viewAccounts(app, areaId, caller);
