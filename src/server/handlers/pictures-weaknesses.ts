import { viewWeaknesses } from '../../app/views/pictures/weaknesses.ts';
import { viewWeaknessesByArea } from '../../app/views/pictures/weaknesses-by-area.ts';
import { wholeRange } from '../../app/views/range.ts';
import type { picturesWeaknesses } from '../../contract/endpoints/pictures-weaknesses.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesWeaknesses> = async (app, input, _file, caller) =>
  input.range === 'whole'
    ? viewWeaknessesByArea(app, await wholeRange(app, input.areaId, caller), input.period)
    : viewWeaknesses(app, input.areaId, caller.scope, input.period);
