import { z } from 'zod';
import { entriesAnswer, entriesAsked, ofYear } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const assessmentEntries = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/entries',
  title: '计分记录及其依据、异议',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...ofYear, ...entriesAsked }),
  output: entriesAnswer,
});
