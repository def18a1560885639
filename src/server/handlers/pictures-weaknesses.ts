import { viewWeaknesses } from '../../app/views/pictures/weaknesses.ts';
import type { picturesWeaknesses } from '../../contract/endpoints/pictures-weaknesses.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesWeaknesses> = (app, { areaId, period }, _file, { scope }) =>
  viewWeaknesses(app, areaId, scope, period);
