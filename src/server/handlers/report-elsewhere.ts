import { enterReportElsewhere } from '../../app/notices/report-calendar.ts';
import type { reportElsewhere } from '../../contract/endpoints/report-elsewhere.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof reportElsewhere> = (app, { areaId, ...entry }, _file, { name: by }) =>
  enterReportElsewhere(app, areaId, { ...entry, by });
