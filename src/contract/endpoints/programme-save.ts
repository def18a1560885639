import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { stated } from '../responsibility.ts';
import { OFFICE } from '../who.ts';

export const programmeSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/programmes',
  title: '设定专项工作及其成员单位、目标',
  who: OFFICE,
  input: z.object({
    areaId: id,
    id: id.nullable(),
    name: z.string().trim().min(1, '请填写名称').max(100),
    basis: stated(200),
    dueOn: date.nullable(),
    members: z
      .array(z.object({ unitId: id, target: z.number().int().min(1).max(1000) }))
      .min(1, '请选择成员单位')
      .max(2000),
  }),
  output: z.object({ id: z.string() }),
});
