import { z } from 'zod';
import { EXEMPT_REASON_CODES, MOST_AT_ONCE, REJECT_REASON_CODES, reason } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const deskReview = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/desk-reviews',
  title: '复核发现：认定、不予认定、并入、豁免，或撤回本人当天的复核；最多 200 条一次',
  who: WATCHERS,
  input: z.object({
    areaId: id,
    problemIds: z.array(id).min(1, '没有选择任何发现').max(MOST_AT_ONCE, `一次最多 ${MOST_AT_ONCE} 条`),
    order: z.discriminatedUnion('act', [
      z.object({ act: z.enum(['confirmed', 'undone']) }),
      z.object({ act: z.literal('rejected'), code: z.enum(REJECT_REASON_CODES).nullable().default(null), reason }),
      z.object({ act: z.literal('merged'), into: id }),
      z.object({ act: z.literal('exempted'), code: z.enum(EXEMPT_REASON_CODES).nullable().default(null), reason, until: date }),
    ]),
  }),
  output: z.object({
    /** Ids of those decided. */
    done: z.array(z.string()),
    /** Those that stayed as they were, with why. */
    refused: z.array(z.object({ problemId: z.string(), message: z.string(), next: z.string() })),
  }),
});
