import { viewReportCalendar } from '../../app/notices/report-calendar.ts';
import type { reportCalendar } from '../../contract/endpoints/report-calendar.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof reportCalendar> = (app, { areaId }) => viewReportCalendar(app, areaId);
