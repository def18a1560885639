import { recordPurpose } from '../../app/media/accounts.ts';
import type { accountPurpose } from '../../contract/endpoints/account-purpose.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof accountPurpose> = async (app, { areaId, accountId, ...words }, _file, caller) => {
  await recordPurpose(app, areaId, accountId, words, caller);
  return { ok: true };
};
