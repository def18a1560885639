import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const noticeChoices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notice-choices',
  title: '可以起草通报的期和模板',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    periods: z.array(z.object({ id: z.string(), label: z.string(), kind: z.enum(['month', 'quarter']), title: z.string() })),
    templates: z.array(z.object({ id: z.string(), name: z.string(), periods: z.array(z.enum(['month', 'quarter'])) })),
  }),
});
