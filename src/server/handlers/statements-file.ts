import { exportStatements } from '../../app/media/export.ts';
import type { statementsFile } from '../../contract/endpoints/statements-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof statementsFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await exportStatements(app, areaId, asked, caller)),
  as: 'document',
});
