import { takeTokenBack } from '../../app/people/tokens.ts';
import type { tokenRevoke } from '../../contract/endpoints/token-revoke.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof tokenRevoke> = async (app, { areaId, tokenId }) => {
  await takeTokenBack(app, areaId, tokenId);
  return { ok: true };
};
