import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { progress, wordingEntry } from '../text-review.ts';
import { OVERSEERS } from '../who.ts';

export const wording = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/wording',
  title: '词表：本地区在自带词表之外维护的词语',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    entries: z.array(wordingEntry.extend({ by: z.string(), at: z.string(), state: z.enum(['holds', 'ended', 'to-come']) })),
    /** Strings dismissed on several sites: proposed as accepted terms. */
    proposed: z.array(z.object({ string: z.string(), sites: count, lastAt: z.string() })),
    /** Least score to be shown, by site and layer, as the last judgements fit it. */
    thresholds: z.array(
      z.object({
        siteId: z.string(),
        siteName: z.string(),
        layer: z.string(),
        threshold: z.number(),
        judged: count,
        judgedPrecision: z.number().nullable(),
      }),
    ),
    progress,
  }),
});
