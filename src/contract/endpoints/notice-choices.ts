import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const noticeChoices = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notice-choices',
  title: '可以结账、起草通报的期和模板',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: z.object({
    /** Not closed yet, or to be closed again: no notice was issued on it. `cutoff`: the day to begin with. */
    closable: z.array(z.object({ id: z.string(), label: z.string(), from: date, to: date, cutoff: date })),
    periods: z.array(
      /** `signedDate`: 成文日期 to begin with, today or the day of the cut-off where that has not come. */
      z.object({ id: z.string(), label: z.string(), kind: z.enum(['month', 'quarter']), title: z.string(), signedDate: date }),
    ),
    templates: z.array(z.object({ id: z.string(), name: z.string(), periods: z.array(z.enum(['month', 'quarter'])) })),
  }),
});
