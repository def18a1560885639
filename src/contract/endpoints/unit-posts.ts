import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date } from '../fields.ts';
import { ofArea } from '../responsibility.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

const holders = z.array(z.object({ name: z.string(), left: date.nullable() }));

export const unitPosts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/unit-posts',
  title: '单位与责任人：责任人、副手和工作空档',
  who: OVERSEERS_AND_OWN,
  input: ofArea,
  output: z.object({
    today: date,
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kindName: z.string(),
        group: z.string().nullable(),
        parent: z.string().nullable(),
        person: holders,
        deputy: holders,
        others: z.array(z.string()),
        /** The unit above that answers for it; null = it answers for itself. */
        through: z.string().nullable(),
        gaps: z.array(
          z.object({ code: z.enum(['no-person', 'person-left', 'no-deputy', 'deputy-left']), name: z.string(), grave: z.boolean() }),
        ),
      }),
    ),
    counts: z.object({ units: count, noPerson: count, noDeputy: count }),
  }),
});
