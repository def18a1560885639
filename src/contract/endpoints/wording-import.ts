import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName } from '../import-fields.ts';
import { listChanged, MAX_LIST_BYTES } from '../text-review.ts';
import { WATCHERS } from '../who.ts';

export const wordingImport = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/wording-files',
  title: '导入词表（.xlsx、.xls、.ods、.csv）：有一处不对就一条也不导入',
  who: WATCHERS,
  input: z.object({ areaId: id, fileName }),
  file: { maxBytes: MAX_LIST_BYTES },
  output: listChanged,
});
