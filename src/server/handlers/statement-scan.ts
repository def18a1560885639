import { readStatementScan } from '../../app/filings/statements.ts';
import type { statementScan } from '../../contract/endpoints/statement-scan.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statementScan> = async (app, { areaId, ...key }, _file, caller) => ({
  ...(await readStatementScan(app, areaId, key, caller)),
  as: 'document',
});
