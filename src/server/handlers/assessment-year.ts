import { viewYear } from '../../app/assessment/view-year.ts';

import type { assessmentYear } from '../../contract/endpoints/assessment-year.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentYear> = (app, { areaId, year, unitId }, _file, { scope }) =>
  viewYear(app, areaId, year, { unitId, own: scope.units });
