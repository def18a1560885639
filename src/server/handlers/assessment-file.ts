import { exportYear } from '../../app/assessment/export-year.ts';

import type { assessmentFile } from '../../contract/endpoints/assessment-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentFile> = async (app, { areaId, year, ...asked }) => ({
  ...(await exportYear(app, areaId, year, asked)),
  as: 'document',
});
