import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { OFFICE_AND_UNIT } from '../who.ts';

export const programmeItemMark = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/programmes/:programmeId/items/:itemId',
  title: '把报送事项记为已完成，或改回未完成',
  who: OFFICE_AND_UNIT,
  input: z.object({ areaId: id, programmeId: id, itemId: id, on: date.nullable() }),
  output: z.object({}),
});
