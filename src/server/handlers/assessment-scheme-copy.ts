import { copyScheme } from '../../app/assessment/scheme.ts';

import type { assessmentSchemeCopy } from '../../contract/endpoints/assessment-scheme-copy.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentSchemeCopy> = (app, { areaId, year, from }, _file, { name: by }) =>
  copyScheme(app, areaId, { from, to: year, by });
