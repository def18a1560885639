import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, named } from '../fields.ts';
import { namedUnit, ofArea } from '../responsibility.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const supervised = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/supervised',
  title: '主办、主管责任：有主管单位的账号的问题，主办整改、主管核实',
  who: OVERSEERS_AND_OWN,
  input: ofArea,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        host: namedUnit,
        supervisor: namedUnit,
        account: z.string(),
        category: named,
        status: named,
        text: z.string(),
        dueOn: date.nullable(),
        report: z.object({ on: z.string(), words: z.string().nullable() }).nullable(),
        word: z.object({ outcome: z.enum(['confirmed', 'returned']), words: z.string(), by: z.string(), at: z.string() }).nullable(),
        waitsForYou: z.boolean(),
      }),
    ),
  }),
});
