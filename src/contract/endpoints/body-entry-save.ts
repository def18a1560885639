import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { stated, webAddress } from '../responsibility.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const bodyEntrySave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/bodies/:unitId/entries',
  title: '登记公共企事业单位公开目录的一项',
  who: OFFICE_AND_UNIT,
  input: z.object({
    areaId: id,
    unitId: id,
    id: id.nullable(),
    item: z.string().trim().min(1, '请填写公开事项').max(200),
    basis: stated(300),
    timeLimit: stated(60),
    url: webAddress,
  }),
  output: z.object({ id: z.string() }),
});
