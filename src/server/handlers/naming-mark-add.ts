import { markUnit } from '../../app/notices/naming-marks.ts';
import type { namingMarkAdd } from '../../contract/endpoints/naming-mark-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof namingMarkAdd> = (app, { areaId, ...mark }, _file, { name: by }) =>
  markUnit(app, areaId, { ...mark, by });
