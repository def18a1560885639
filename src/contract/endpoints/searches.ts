import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const searches = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/searches',
  title: '站内检索：各网站最近一次检索的命中率',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
      z.object({
        siteId: z.string(),
        site: z.string(),
        at: z.string(),
        asked: count,
        hits: count,
        unknown: count,
        /** null: nothing could be asked. */
        percent: z.number().nullable(),
        missed: z.array(z.object({ query: z.string(), expected: z.string(), url: z.string().nullable() })),
        gaps: z.array(z.object({ query: z.string(), reason: z.string() })),
      }),
    ),
  }),
});
