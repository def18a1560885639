import { viewMarks } from '../../app/notices/naming-marks.ts';
import type { namingMarks } from '../../contract/endpoints/naming-marks.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof namingMarks> = (app, { areaId }) => viewMarks(app, areaId);
