import { viewTrends } from '../../app/views/pictures/trends.ts';
import type { picturesTrends } from '../../contract/endpoints/pictures-trends.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesTrends> = (app, { areaId, kind }, _file, { scope }) => viewTrends(app, areaId, scope, kind);
