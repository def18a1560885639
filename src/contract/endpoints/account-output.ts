import { z } from 'zod';
import { calendarPeriod, ofPeriod } from '../calendar-period.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, named } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const accountOutput = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/account-output',
  title: '各账号的发布量和原创：只列薄弱环节，不影响检查结果',
  who: OVERSEERS,
  input: ofPeriod,
  output: z.object({
    period: calendarPeriod,
    /** Last day counted. */
    until: date,
    judgedOn: date.nullable(),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        platformName: z.string(),
        unitName: z.string(),
        /** false: nothing was collected, so no count says anything. */
        seen: z.boolean(),
        posts: count,
        originals: count,
        /** Posts that say whether they are original. */
        marked: count,
        weaknesses: z.array(z.string()),
        verdict: named.nullable(),
      }),
    ),
  }),
});
