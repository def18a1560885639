import { viewUnitsPicture } from '../../app/views/pictures/units.ts';
import { viewUnitsByArea } from '../../app/views/pictures/units-by-area.ts';
import { wholeRange } from '../../app/views/range.ts';
import type { picturesUnits } from '../../contract/endpoints/pictures-units.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesUnits> = async (app, input, _file, caller) =>
  input.range === 'whole'
    ? viewUnitsByArea(app, await wholeRange(app, input.areaId, caller))
    : viewUnitsPicture(app, input.areaId, caller.scope);
