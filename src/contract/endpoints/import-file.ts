import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName, MAX_IMPORT_BYTES } from '../import-fields.ts';
import { WATCHERS } from '../who.ts';

export const importFile = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/import-files',
  title: '上传要导入的文件',
  who: WATCHERS,
  input: z.object({ areaId: id, fileName }),
  file: { maxBytes: MAX_IMPORT_BYTES },
  output: z.object({ file: z.string(), fileName: z.string(), bytes: z.number() }),
});
