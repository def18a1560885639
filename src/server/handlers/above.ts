import { viewAbove } from '../../app/assessment/above.ts';

import type { above } from '../../contract/endpoints/above.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof above> = (app, { areaId, year }, _file, { scope }) => viewAbove(app, areaId, year, scope);
