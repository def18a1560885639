import { viewEntries } from '../../app/assessment/view-entries.ts';

import type { assessmentEntries } from '../../contract/endpoints/assessment-entries.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentEntries> = (app, { areaId, year, unitId, q: words, order, ...asked }, _file, { scope }) =>
  viewEntries(app, areaId, year, { ...asked, unitId, words, descending: order === 'desc', own: scope.units });
