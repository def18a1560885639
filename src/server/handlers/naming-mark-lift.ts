import { liftNamingMark } from '../../app/notices/naming-marks.ts';
import type { namingMarkLift } from '../../contract/endpoints/naming-mark-lift.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof namingMarkLift> = (app, { areaId, ...lift }, _file, { name: by }) =>
  liftNamingMark(app, areaId, { ...lift, by });
