import { z } from 'zod';
import { entriesAnswer, ofYear, scope } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const assessmentEntries = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/entries',
  title: '计分记录及其依据、异议',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...ofYear, ...scope, itemId: id.optional() }),
  output: entriesAnswer,
});
