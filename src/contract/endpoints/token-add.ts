import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { machineRight } from '../token.ts';

export const tokenAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/tokens',
  title: '发放机器令牌',
  who: 'administrator',
  input: z.object({
    areaId: id,
    name: z.string().trim().min(1, '请填写用途').max(60, '用途太长'),
    rights: z.array(machineRight).min(1, '请选择权限').max(10),
    expiresOn: date.nullable().default(null),
  }),
  output: z.object({ /** Told once. */ token: z.string() }),
});
