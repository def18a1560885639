import { z } from 'zod';
import { CHANNEL_VERDICTS } from '../../core/channel-verdict.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, named, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const channels = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/channels',
  title: '网站与账号，以及在一期中的检查结果',
  who: OVERSEERS,
  machine: 'read',
  input: z.object({ areaId: id, period: periodId.optional() }),
  output: z.object({
    period: z.object({ id: z.string(), label: z.string() }).nullable(),
    rows: z.array(
      z.object({
        id: z.string(),
        type: z.enum(['site', 'account']),
        kind: named,
        name: z.string(),
        url: z.string().nullable(),
        unit: z.object({ id: z.string(), name: z.string(), group: z.string().nullable() }),
        stateName: z.string().nullable(),
        openProblems: count,
        /** How a site stands besides its pages: availability, certificate, IPv6, mixed content, domain. Empty: not looked at, or an account. */
        condition: z.array(z.object({ text: z.string(), warn: z.boolean() })),
        /** null: not judged in this period. */
        result: z
          .object({
            verdict: z.enum(CHANNEL_VERDICTS),
            verdictName: z.string(),
            reasons: z.array(z.string()),
            inBase: z.boolean(),
            outside: z.string().nullable(),
            failedInARow: count,
            score: z.number().nullable(),
            run: count,
            due: count,
          })
          .nullable(),
      }),
    ),
  }),
});
