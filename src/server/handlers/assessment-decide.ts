import { decideEntry } from '../../app/assessment/objections.ts';

import type { assessmentDecide } from '../../contract/endpoints/assessment-decide.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentDecide> = async (app, { areaId, year, ...decision }, _file, { name: by }) => {
  await decideEntry(app, areaId, year, { ...decision, by });
  return { ok: true };
};
