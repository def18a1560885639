import { stepYear } from '../../app/assessment/finalise.ts';

import type { assessmentStep } from '../../contract/endpoints/assessment-step.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentStep> = (app, { areaId, year, ...step }, _file, { name: by }) =>
  stepYear(app, areaId, year, { ...step, by });
