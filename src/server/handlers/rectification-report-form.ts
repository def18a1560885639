import { reportForm } from '../../app/rectify/report-form.ts';
import type { rectificationReportForm } from '../../contract/endpoints/rectification-report-form.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportForm> = async (app, { areaId, about, unitId }, _file, { scope }) => ({
  ...(await reportForm(app, areaId, { about, unitId, scope })),
  as: 'document',
});
