import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { requirement } from '../requirement.ts';
import { OFFICE } from '../who.ts';

export const noticeRequirementRetire = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/requirements/:requirementId/retire',
  title: '从工作要求库移出一条',
  who: OFFICE,
  input: z.object({ areaId: id, requirementId: id }),
  output: z.array(requirement),
});
