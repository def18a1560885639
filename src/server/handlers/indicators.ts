import { viewIndicators } from '../../app/assessment/indicators.ts';

import type { indicators } from '../../contract/endpoints/indicators.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof indicators> = (app, { areaId, year, unitId }, _file, { scope }) =>
  viewIndicators(app, areaId, year, { unitId, own: scope.units });
