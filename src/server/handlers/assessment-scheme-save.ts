import { saveScheme } from '../../app/assessment/scheme.ts';

import type { assessmentSchemeSave } from '../../contract/endpoints/assessment-scheme-save.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentSchemeSave> = (app, { areaId, year, scheme, before }, _file, { name: by }) =>
  saveScheme(app, areaId, { year, ...scheme }, { by, before });
