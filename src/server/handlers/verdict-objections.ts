import { viewVerdictObjections } from '../../app/assessment/verdict-objections.ts';

import type { verdictObjections } from '../../contract/endpoints/verdict-objections.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof verdictObjections> = (app, { areaId, periodId }, _file, { scope }) =>
  viewVerdictObjections(app, areaId, periodId, scope);
