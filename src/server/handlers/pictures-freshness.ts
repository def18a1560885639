import { viewFreshness } from '../../app/views/pictures/freshness.ts';
import type { picturesFreshness } from '../../contract/endpoints/pictures-freshness.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof picturesFreshness> = (app, { areaId, by }, _file, { scope }) => viewFreshness(app, areaId, scope, by);
