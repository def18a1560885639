import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

/** Problems in one status, and since how many days the oldest has stood there. */
const waiting = z.object({ count, days: count });

export const areasWork = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/areas-work',
  title: '本级和所辖各地区的底册、监测、复核交办、通报印发、整改上报和责任人',
  who: OVERSEERS,
  machine: 'read',
  input: z.object({ areaId: id }),
  output: z.object({
    /** The area of the address first, then all below it; each tells only of its own. */
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        sites: count,
        accounts: count,
        /** Day of the last judgement, and how many days ago; null when nothing was judged yet. */
        judged: z.object({ day: date, days: count }).nullable(),
        toReview: waiting,
        toHandOver: waiting,
        /** Notices and reports that are owed and late, the next one due, and the last that was issued. */
        reports: z.object({
          late: count,
          next: z.object({ label: z.string(), name: z.string(), due: date }).nullable(),
          last: z.object({ label: z.string(), name: z.string(), on: date, late: z.boolean() }).nullable(),
        }),
        /** Sealed reports on the newest notice that asked for them: units that owe one, those that have not handed it in, and of these the late. */
        scans: z.object({ about: z.string(), title: z.string(), owed: count, missing: count, late: count }).nullable(),
        /** Units in service, and those with nobody in charge. */
        posts: z.object({ units: count, noPerson: count }),
      }),
    ),
  }),
});
