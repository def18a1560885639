import { viewReviewQueue } from '../../app/wording/review-queue.ts';
import type { textErrors } from '../../contract/endpoints/text-errors.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof textErrors> = (app, { areaId, state, site, layer, severity, q, unlikely, page, size }) =>
  viewReviewQueue(app, areaId, { state, siteId: site, layer, severity, words: q, unlikely: unlikely === 'yes' }, { number: page, size });
