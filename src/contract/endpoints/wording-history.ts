import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { LIST_CODES, wordingEntry } from '../text-review.ts';
import { OVERSEERS } from '../who.ts';

export const wordingHistory = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/wording-history',
  title: '词表的修改记录',
  who: OVERSEERS,
  input: z.object({ areaId: id, list: z.enum(LIST_CODES).optional(), term: z.string().max(100).optional() }),
  output: z.object({ rows: z.array(wordingEntry.extend({ act: z.enum(['put', 'retired']), by: z.string(), at: z.string() })) }),
});
