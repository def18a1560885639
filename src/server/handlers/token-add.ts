import { giveToken } from '../../app/people/tokens.ts';
import type { tokenAdd } from '../../contract/endpoints/token-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof tokenAdd> = async (app, { areaId, ...wish }, _file, caller) => ({
  token: await giveToken(app, areaId, wish, caller.name),
});
