import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const usersTemplate = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/users-template.xlsx',
  title: '用户导入模板',
  who: 'administrator',
  input: z.object({ areaId: id }),
  output: 'bytes',
});
