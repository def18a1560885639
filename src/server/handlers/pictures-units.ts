import { viewUnitsPicture } from '../../app/views/pictures/units.ts';
import type { picturesUnits } from '../../contract/endpoints/pictures-units.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesUnits> = (app, { areaId }, _file, { scope }) => viewUnitsPicture(app, areaId, scope);
