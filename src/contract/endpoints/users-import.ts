import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { fileName } from '../import-fields.ts';

export const usersImport = defineDownload({
  method: 'POST',
  path: '/api/areas/:areaId/users-file',
  title: '导入用户，返回一次性密码表',
  who: 'administrator',
  input: z.object({ areaId: id, fileName }),
  file: { maxBytes: 5 * 1024 * 1024 },
  output: 'bytes',
});
