import { markAbove } from '../../app/assessment/above.ts';

import type { aboveMark } from '../../contract/endpoints/above-mark.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof aboveMark> = async (app, { areaId, ...mark }) => {
  await markAbove(app, areaId, mark);
  return { ok: true };
};
