import { viewFreshness } from '../../app/views/pictures/freshness.ts';
import { viewFreshnessByArea } from '../../app/views/pictures/freshness-by-area.ts';
import { wholeRange } from '../../app/views/range.ts';
import type { picturesFreshness } from '../../contract/endpoints/pictures-freshness.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesFreshness> = async (app, input, _file, caller) =>
  input.range === 'whole'
    ? viewFreshnessByArea(app, await wholeRange(app, input.areaId, caller), input.by)
    : viewFreshness(app, input.areaId, caller.scope, input.by);
