import { retractEntry } from '../../app/assessment/hand-entry.ts';

import type { assessmentEntryRetract } from '../../contract/endpoints/assessment-entry-retract.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentEntryRetract> = async (app, { areaId, year, ...wanted }, _file, { name: by }) => {
  await retractEntry(app, areaId, year, { ...wanted, by });
  return { ok: true };
};
