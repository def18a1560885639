import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { itemKey, reviewPlace } from '../text-review.ts';
import { OVERSEERS } from '../who.ts';

export const textErrorPlaces = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/text-errors/:siteId/:key/places',
  title: '一条疑似错误的全部出处',
  who: OVERSEERS,
  grave: 'all',
  input: itemKey.extend({ areaId: id }),
  output: z.object({ places: z.array(reviewPlace), truncated: z.boolean() }),
});
