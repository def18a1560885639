import { z } from 'zod';
import { counted, FINDERS_AND_OFFICE } from '../desk.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, list, named } from '../fields.ts';
import { paging } from '../paging.ts';

export const rawFindings = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/raw-findings',
  title: '本人录入的发现和复核结果',
  who: FINDERS_AND_OFFICE,
  machine: 'post-findings',
  input: z.object({ areaId: id, answer: list, ...paging(200, 50) }),
  output: z.object({
    total: count,
    page: count,
    size: count,
    /** Every answer with its number, those with none too. */
    answers: z.array(counted),
    rows: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        channel: z.string().nullable(),
        place: z.string(),
        placeUrl: z.string().nullable(),
        category: named,
        text: z.string(),
        foundOn: date,
        enteredAt: z.string(),
        /** File and row it came from; null for one entered by itself. */
        file: z.string().nullable(),
        pictures: count,
        /** While nobody has answered it, or been given it. */
        takesPictures: z.boolean(),
        answer: named,
        answeredOn: date.nullable(),
        answeredBy: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
});
