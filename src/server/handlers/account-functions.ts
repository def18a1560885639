import { recordFunctions } from '../../app/media/accounts.ts';
import type { accountFunctions } from '../../contract/endpoints/account-functions.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountFunctions> = async (app, { areaId, accountId, functions }, _file, caller) => {
  await recordFunctions(app, areaId, accountId, functions, caller);
  return { ok: true };
};
