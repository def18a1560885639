import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { dutyCode } from '../responsibility.ts';
import { OFFICE } from '../who.ts';

export const dutyHolderSet = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/duty-holders',
  title: '指定网站、栏目、账号、稿件或文件的发布、主管、起草、审查单位；不写单位为取消',
  who: OFFICE,
  input: z.object({ areaId: id, subject: z.string().trim().min(1).max(1000), duty: dutyCode, holderId: id.nullable() }),
  output: z.object({}),
});
