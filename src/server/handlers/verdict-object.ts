import { objectToVerdict, viewVerdictObjections } from '../../app/assessment/verdict-objections.ts';

import type { verdictObject } from '../../contract/endpoints/verdict-object.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof verdictObject> = async (app, { areaId, ...wanted }, _file, { name: by, scope }) => {
  await objectToVerdict(app, areaId, { ...wanted, by, scope });
  return viewVerdictObjections(app, areaId, wanted.periodId, scope);
};
