import { reportsFile } from '../../app/rectify/reports-file.ts';
import type { rectificationReportsFile } from '../../contract/endpoints/rectification-reports-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportsFile> = async (app, { areaId, about, ...asked }, _file, { scope }) => ({
  ...(await reportsFile(app, areaId, { about: about ?? null, scope, ...asked })),
  as: 'document',
});
