import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { count, id, periodId } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const periodChanged = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/periods/:periodId/changed',
  title: '一期现在的结果与已印发的通报有几处不同：撤销的问题、采纳的异议、为更正而重新结账、截止日当天的销号',
  who: OVERSEERS,
  input: z.object({ areaId: id, periodId }),
  output: z.object({
    /** Notices in force that the period differs from. */
    notices: z.array(
      z.object({
        ...{ id: z.string(), title: z.string(), issuedAt: z.string(), changed: count },
        /** Numbers of the stock (存量) that it was written with and that are others now. */
        stock: z.array(z.object({ name: z.string(), printed: count, now: z.number().int() })),
        /** The draft of its correction; null while nobody has begun one. */
        correctionId: z.string().nullable(),
      }),
    ),
  }),
});
