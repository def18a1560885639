import { viewFreshnessColumns } from '../../app/views/pictures/freshness-columns.ts';
import type { picturesFreshnessColumns } from '../../contract/endpoints/pictures-freshness-columns.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesFreshnessColumns> = (app, { areaId, ...asked }, _file, { scope }) =>
  viewFreshnessColumns(app, areaId, scope, asked);
