import { reviewFindings } from '../../app/desk/review.ts';
import type { deskReview } from '../../contract/endpoints/desk-review.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof deskReview> = (app, { areaId, problemIds, order }, _file, caller) =>
  reviewFindings(app, areaId, problemIds, order, caller);
