import { z } from 'zod';
import { entriesAnswer, ofYear, scope } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';

export const assessmentEntries = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/entries',
  title: '计分记录及其依据、异议',
  who: 'anyone',
  input: z.object({ ...ofYear, ...scope, itemId: id.optional() }),
  output: entriesAnswer,
});
