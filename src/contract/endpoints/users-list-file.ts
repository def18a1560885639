import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const usersListFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/users.xlsx',
  title: '用户名单（Excel）',
  who: 'administrator',
  input: z.object({ areaId: id }),
  output: 'bytes',
});
