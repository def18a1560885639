import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { stated } from '../responsibility.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const programmeItemAdd = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/programmes/:programmeId/items',
  title: '成员单位报送事项（专区、选题等），可写指导单位',
  who: OFFICE_AND_UNIT,
  input: z.object({
    areaId: id,
    programmeId: id,
    unitId: id,
    title: z.string().trim().min(1, '请填写事项').max(200),
    note: stated(500),
    helperUnitId: id.nullable(),
  }),
  output: z.object({ id: z.string() }),
});
