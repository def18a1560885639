import { decide } from '../../app/wording/decide.ts';
import type { textDecisions } from '../../contract/endpoints/text-decisions.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof textDecisions> = (app, { areaId, decisions }, _file, { name: by }) =>
  decide(app, areaId, decisions, { role: 'office', unitId: null, name: by });
