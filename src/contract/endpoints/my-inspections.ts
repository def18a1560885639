import { z } from 'zod';
import { outcomeCode } from '../draws.ts';
import { defineEndpoint } from '../endpoint.ts';
import { date, id, named } from '../fields.ts';
import { INSPECTORS } from '../inspectors.ts';
import { proofFile } from '../problem-act.ts';

export const myInspections = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/my-inspections',
  title: '我的复查任务：只有抽到本人的',
  who: INSPECTORS,
  input: z.object({ areaId: id }),
  output: z.object({
    rows: z.array(
      z.object({
        drawId: z.string(),
        problemId: z.string(),
        purpose: z.string(),
        drawnAt: z.string(),
        unit: z.string(),
        channel: z.string().nullable(),
        place: z.string(),
        url: z.string().nullable(),
        text: z.string(),
        category: named,
        status: named,
        foundOn: date,
        /** Day it was taken back before anybody looked; nothing is to be done. */
        releasedOn: date.nullable(),
        /** Files handed in for a result that is still to come. */
        waiting: z.array(proofFile),
        result: z
          .object({
            code: outcomeCode,
            name: z.string(),
            words: z.string().nullable(),
            proof: z.string().nullable(),
            files: z.array(proofFile),
            at: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  }),
});
