import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const lookNow = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/look-now',
  title: '立即监测',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    /** null: all of the area. */
    channelIds: z.array(id).min(1, '请先选择网站、账号').max(20_000).nullable(),
    /** As the page said it: the day has not been looked at, so all is. */
    whole: z.boolean(),
  }),
  output: z.object({ id: z.string(), channels: count, spared: z.array(z.object({ why: z.string(), count })) }),
});
