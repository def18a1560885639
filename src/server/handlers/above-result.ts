import { saveAboveResult } from '../../app/assessment/above.ts';

import type { aboveResult } from '../../contract/endpoints/above-result.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof aboveResult> = async (app, { areaId, ...result }, _file, { name: by }) => {
  await saveAboveResult(app, areaId, { ...result, by });
  return { ok: true };
};
