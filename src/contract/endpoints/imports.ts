import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named, wordsAsked } from '../fields.ts';
import { pageFields, paging } from '../paging.ts';
import { OVERSEERS } from '../who.ts';

export const imports = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/imports',
  title: '以往的导入',
  who: OVERSEERS,
  input: z.object({
    ...{ areaId: id, q: wordsAsked, kind: id.optional(), state: z.enum(['stands', 'undone']).optional() },
    sort: z.enum(['new', 'name', 'most']).default('new'),
    ...paging(200, 20),
  }),
  output: z.object({
    kinds: z.array(named),
    ...pageFields(
      z.object({
        id: z.string(),
        fileName: z.string(),
        kindName: z.string(),
        importedAt: z.string(),
        added: count,
        changed: count,
        unchanged: count,
        undoneAt: z.string().nullable(),
        /** The file itself is kept and can be had again. */
        hasFile: z.boolean(),
        canUndo: z.boolean(),
      }),
    ),
  }),
});
