import { viewFreshnessColumns } from '../../app/views/pictures/freshness-columns.ts';
import type { picturesFreshnessColumns } from '../../contract/endpoints/pictures-freshness-columns.ts';
import type { Handler } from '../handler.ts';
import { rangeAsked } from '../problems-query.ts';

/** An area that is named narrows the list and not the range: what a kind is, all columns of the picture decide. */
export const handle: Handler<typeof picturesFreshnessColumns> = async (app, { areaId, range, ...asked }, _file, caller) =>
  viewFreshnessColumns(app, await rangeAsked(app, { areaId, range: asked.area.length > 0 ? 'whole' : range }, caller), asked);
