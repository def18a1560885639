import { dropSecondFactor } from '../../app/people/own-account.ts';
import type { secondFactorOff } from '../../contract/endpoints/second-factor-off.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof secondFactorOff> = async (app, { password }, _file, caller) => {
  await dropSecondFactor(app, caller, password);
  return { ok: true };
};
