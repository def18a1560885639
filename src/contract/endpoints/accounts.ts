import { z } from 'zod';
import { ACCOUNT_FUNCTION_CODES } from '../../core/account-matter.ts';
import { OVERSEERS_AND_UNIT, shownPurpose } from '../account-matter.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count, date, id, named } from '../fields.ts';

export const accounts = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/accounts',
  title: '政务新媒体账号：备案、状态、责任人、功能和合格率',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ areaId: id }),
  output: z.object({
    day: date,
    period: z.object({ id: z.string(), label: z.string() }).nullable(),
    /** Of the newest period; accounts in operation and on file only. */
    rate: z.object({ base: count, passing: count, percent: z.number().nullable() }),
    platforms: z.array(named),
    functions: z.array(named),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        platform: named,
        unit: z.object({ id: z.string(), name: z.string() }),
        level: z.string().nullable(),
        /** `unfiled` = 未备案, whatever else is known. */
        state: named,
        inBase: z.boolean(),
        filedOn: date.nullable(),
        filingNumber: z.string().nullable(),
        ...shownPurpose,
        /** null: not recorded, which is not "none". */
        functions: z.array(z.enum(ACCOUNT_FUNCTION_CODES)).nullable(),
        functionsOn: date.nullable(),
        matter: z.object({ id: z.string(), name: z.string(), stateName: z.string() }).nullable(),
        verdict: z.string().nullable(),
      }),
    ),
  }),
});
