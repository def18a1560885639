import { objectToEntry } from '../../app/assessment/objections.ts';

import type { assessmentObject } from '../../contract/endpoints/assessment-object.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentObject> = async (app, { areaId, year, ...wanted }, _file, { name: by }) => {
  await objectToEntry(app, areaId, year, { ...wanted, by });
  return { ok: true };
};
