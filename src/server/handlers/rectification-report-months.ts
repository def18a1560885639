import { viewAskable } from '../../app/rectify/ask-reports.ts';
import type { rectificationReportMonths } from '../../contract/endpoints/rectification-report-months.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReportMonths> = (app, { areaId }, _file, caller) => viewAskable(app, areaId, caller);
