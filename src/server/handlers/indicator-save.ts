import { saveIndicator, viewIndicators } from '../../app/assessment/indicators.ts';

import type { indicatorSave } from '../../contract/endpoints/indicator-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof indicatorSave> = async (app, { areaId, year, ...wanted }, _file, { name: by, scope }) => {
  await saveIndicator(app, areaId, { ...wanted, by }, scope);
  return viewIndicators(app, areaId, year, { unitId: undefined, own: scope.units });
};
