import { viewPlaces } from '../../app/wording/review-queue.ts';
import type { textErrorPlaces } from '../../contract/endpoints/text-error-places.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof textErrorPlaces> = (app, { areaId, siteId, key }) => viewPlaces(app, areaId, { siteId, key });
