import { markAbove } from '../../app/assessment/above.ts';

import type { aboveMark } from '../../contract/endpoints/above-mark.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof aboveMark> = async (app, { areaId, ...mark }, _file, { name: by }) => {
  await markAbove(app, areaId, { ...mark, by });
  return { ok: true };
};
