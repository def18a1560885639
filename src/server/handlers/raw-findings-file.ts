import { rawFile } from '../../app/desk/desk-file.ts';
import type { rawFindingsFile } from '../../contract/endpoints/raw-findings-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingsFile> = async (app, { areaId, answer }, _file, caller) => ({
  ...(await rawFile(app, areaId, answer, caller)),
  as: 'document',
});
