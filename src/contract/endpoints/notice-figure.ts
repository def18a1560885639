import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const noticeFigure = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/figures/:figureId',
  title: '通报中一个数字由哪些行算出',
  who: OVERSEERS,
  grave: 'draft',
  input: z.object({ areaId: id, noticeId: id, figureId: z.string().min(1).max(200) }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    printed: z.string(),
    how: z.string(),
    /** Where the rows are printed, or what they are. */
    table: z.string().nullable(),
    outOf: count.nullable(),
    columns: z.array(z.object({ key: z.string(), title: z.string() })),
    /** `problems`: those of the ledger that the row stands for. */
    rows: z.array(z.object({ id: z.string(), cells: z.record(z.string(), z.string()), problems: z.array(z.string()) })),
    parts: z.array(z.object({ id: z.string(), name: z.string(), printed: z.string() })),
  }),
});
