import { viewEntries } from '../../app/assessment/view-entries.ts';

import type { assessmentEntries } from '../../contract/endpoints/assessment-entries.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentEntries> = (app, { areaId, year, unitId, itemId }, _file, { scope }) =>
  viewEntries(app, areaId, year, { unitId, itemId, own: scope.units });
