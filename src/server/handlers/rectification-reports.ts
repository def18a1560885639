import { viewReports } from '../../app/rectify/view-reports.ts';
import type { rectificationReports } from '../../contract/endpoints/rectification-reports.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rectificationReports> = (app, { areaId, about }, _file, { scope }) =>
  viewReports(app, areaId, { about: about ?? null, scope });
