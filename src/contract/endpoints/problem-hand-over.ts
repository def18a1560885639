import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { optionalNote, problemIds } from '../problem-act.ts';
import { OFFICE_AND_BUREAU } from '../who.ts';

/** 整改期限: the area's usual one, so many working days, the same working day, or a named day that counts or not. */
const deadlineTerm = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('working_days'), days: z.int().min(1, '至少 1 个工作日').max(250, '最多 250 个工作日') }),
    z.strictObject({ kind: z.literal('at_once') }),
    z.strictObject({ kind: z.literal('date'), day: date, countsNamedDay: z.boolean() }),
  ])
  .nullable()
  .default(null);

export const problemHandOver = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/hand-over',
  title: '交办：逐个或成批交给责任单位，定整改期限',
  who: OFFICE_AND_BUREAU,
  input: z.object({ areaId: id, problemIds, term: deadlineTerm, clause: optionalNote }),
  output: z.array(z.object({ problemId: z.string(), due: date, provisional: z.boolean() })),
});
