import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const imports = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/imports',
  title: '以往的导入',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
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
