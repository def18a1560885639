import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { date, id } from '../fields.ts';
import { doneCount, problemIds, proofIds, statement } from '../problem-act.ts';

export const problemRecheck = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/recheck',
  title: '人工复核：已整改、整改不彻底、未整改',
  // Nobody of a unit; a third party only enters findings.
  who: { office: 'area', centre: 'area', bureau: 'own' },
  input: z.object({
    areaId: id,
    problemIds,
    result: z.enum(['fixed', 'partly', 'not']),
    reason: statement,
    /** Day of the look; today when left out. */
    day: date.nullable().default(null),
    proofIds,
  }),
  output: doneCount,
});
