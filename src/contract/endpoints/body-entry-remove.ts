import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const bodyEntryRemove = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/bodies/:unitId/entries/:id/remove',
  title: '从公开目录中去掉一项',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, unitId: id, id }),
  output: z.object({}),
});
