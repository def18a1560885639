import { setAccountState } from '../../app/media/accounts.ts';
import type { accountState } from '../../contract/endpoints/account-state.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountState> = async (app, { areaId, accountId, ...change }, _file, caller) => {
  await setAccountState(app, areaId, accountId, change, caller);
  return { ok: true };
};
