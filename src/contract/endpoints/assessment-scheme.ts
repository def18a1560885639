import { z } from 'zod';
import { ofYear, schemeAnswer } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OVERSEERS } from '../who.ts';

export const assessmentScheme = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/scheme',
  title: '考核方案及其各版本',
  who: OVERSEERS,
  input: z.object({ ...ofYear }),
  output: schemeAnswer,
});
