import { beginSecondFactor } from '../../app/people/own-account.ts';
import type { secondFactorBegin } from '../../contract/endpoints/second-factor-begin.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof secondFactorBegin> = (app, _input, _file, caller) => beginSecondFactor(app, caller);
