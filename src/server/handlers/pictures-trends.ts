import { viewTrends } from '../../app/views/pictures/trends.ts';
import { viewTrendsByArea } from '../../app/views/pictures/trends-by-area.ts';
import { wholeRange } from '../../app/views/range.ts';
import type { picturesTrends } from '../../contract/endpoints/pictures-trends.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesTrends> = async (app, input, _file, caller) =>
  input.range === 'whole'
    ? viewTrendsByArea(app, await wholeRange(app, input.areaId, caller), input.kind)
    : viewTrends(app, input.areaId, caller.scope, input.kind);
