import { stepYear } from '../../app/assessment/finalise.ts';

import type { assessmentStep } from '../../contract/endpoints/assessment-step.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentStep> = (app, { areaId, year, ...step }) => stepYear(app, areaId, year, step);
