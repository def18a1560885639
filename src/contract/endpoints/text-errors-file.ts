import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { reviewAsked } from '../text-review.ts';
import { OVERSEERS } from '../who.ts';

export const textErrorsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/text-errors.xlsx',
  title: '错情复核清单（Excel），按当前筛选',
  who: OVERSEERS,
  grave: 'all',
  input: reviewAsked.extend({ areaId: id }),
  output: 'bytes',
});
