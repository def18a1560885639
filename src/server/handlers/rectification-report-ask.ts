import { askReports } from '../../app/rectify/ask-reports.ts';
import type { rectificationReportAsk } from '../../contract/endpoints/rectification-report-ask.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportAsk> = async (app, { areaId, month, unitId, due }, _file, caller) => ({
  units: await askReports(app, areaId, { month, unitId, due }, caller),
});
