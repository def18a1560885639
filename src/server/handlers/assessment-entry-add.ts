import { addHandEntry } from '../../app/assessment/hand-entry.ts';
import { viewEntries } from '../../app/assessment/view-entries.ts';

import type { assessmentEntryAdd } from '../../contract/endpoints/assessment-entry-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentEntryAdd> = async (app, { areaId, year, ...wanted }, _file, { name: by }) => {
  await addHandEntry(app, areaId, year, { ...wanted, by });
  return viewEntries(app, areaId, year, { unitId: wanted.unitId, size: 50 });
};
