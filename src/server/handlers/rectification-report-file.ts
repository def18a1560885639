import { readReport } from '../../app/rectify/take-report.ts';
import type { rectificationReportFile } from '../../contract/endpoints/rectification-report-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportFile> = async (app, { areaId, about, unitId }, _file, caller) => ({
  ...(await readReport(app, areaId, { about, unitId }, caller)),
  as: 'document',
});
