import { setSecondFactor } from '../../app/people/own-account.ts';
import type { secondFactorOn } from '../../contract/endpoints/second-factor-on.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof secondFactorOn> = async (app, { secret, code }, _file, caller) => {
  await setSecondFactor(app, caller, secret, code);
  return { ok: true };
};
