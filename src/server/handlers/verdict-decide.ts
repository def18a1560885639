import { decideVerdict, viewVerdictObjections } from '../../app/assessment/verdict-objections.ts';

import type { verdictDecide } from '../../contract/endpoints/verdict-decide.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof verdictDecide> = async (app, { areaId, ...wanted }, _file, { name: by, scope }) => {
  await decideVerdict(app, areaId, { ...wanted, by });
  return viewVerdictObjections(app, areaId, wanted.periodId, scope);
};
