import { z } from 'zod';
import { ofYear, schemeAnswer, year } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OFFICE } from '../who.ts';

export const assessmentSchemeCopy = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/scheme/copy',
  title: '以另一年度的方案为底稿',
  who: OFFICE,
  input: z.object({ ...ofYear, from: year }),
  output: schemeAnswer,
});
