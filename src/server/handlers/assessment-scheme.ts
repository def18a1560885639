import { viewScheme } from '../../app/assessment/scheme.ts';

import type { assessmentScheme } from '../../contract/endpoints/assessment-scheme.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentScheme> = (app, { areaId, year }) => viewScheme(app, areaId, year);
