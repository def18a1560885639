import { z } from 'zod';
import { FINDERS, MAX_RAW_FILE_BYTES } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, id } from '../fields.ts';
import { fileName, lines } from '../import-fields.ts';

export const rawFindingsWorkbook = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/raw-findings-files',
  title: '用表格录入发现；preview 只核对不写入',
  who: FINDERS,
  input: z.object({ areaId: id, fileName, preview: z.enum(['yes']).optional() }),
  file: { maxBytes: MAX_RAW_FILE_BYTES },
  output: z.object({
    /** Entered, or with `preview` what would be. */
    entered: count,
    repeated: z.array(z.object({ row: z.string(), text: z.string(), message: z.string() })),
    warnings: lines,
  }),
});
