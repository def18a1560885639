import { signFor } from '../../app/filings/statements.ts';
import type { statementSign } from '../../contract/endpoints/statement-sign.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statementSign> = async (app, { areaId, ...key }, _file, caller) => {
  await signFor(app, areaId, key, null, caller);
  return { ok: true };
};
