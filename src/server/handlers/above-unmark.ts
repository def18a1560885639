import { unmarkAbove } from '../../app/assessment/above.ts';

import type { aboveUnmark } from '../../contract/endpoints/above-unmark.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof aboveUnmark> = async (app, { areaId, problemId }) => {
  await unmarkAbove(app, areaId, problemId);
  return { ok: true };
};
