import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const matrixSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/matrices',
  title: '保存新媒体矩阵',
  who: OFFICE,
  input: z.object({
    areaId: id,
    id: id.optional(),
    name: z.string().trim().min(1, '请填写矩阵名称').max(60),
    channelIds: z.array(id).min(2, '矩阵至少要有两个网站或账号').max(200),
  }),
  output: z.object({ id: z.string() }),
});
