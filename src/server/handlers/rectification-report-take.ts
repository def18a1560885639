import { takeReport } from '../../app/rectify/take-report.ts';
import type { rectificationReportTake } from '../../contract/endpoints/rectification-report-take.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportTake> = (app, { areaId, about, unitId }, file, caller) =>
  takeReport(app, areaId, { about, unitId, file }, caller);
