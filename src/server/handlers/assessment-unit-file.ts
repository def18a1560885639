import { exportUnit } from '../../app/assessment/export-unit.ts';

import type { assessmentUnitFile } from '../../contract/endpoints/assessment-unit-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof assessmentUnitFile> = async (app, { areaId, year, unitId }, _file, { scope }) => ({
  ...(await exportUnit(app, areaId, year, unitId, scope)),
  as: 'document',
});
