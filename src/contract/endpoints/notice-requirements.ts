import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { requirement } from '../requirement.ts';
import { OVERSEERS } from '../who.ts';

export const noticeRequirements = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/requirements',
  title: '工作要求库',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.array(requirement),
});
