import { signFor } from '../../app/filings/statements.ts';
import type { statementScanAdd } from '../../contract/endpoints/statement-scan-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statementScanAdd> = async (app, { areaId, ...key }, file, caller) => {
  await signFor(app, areaId, key, file, caller);
  return { ok: true };
};
