import { z } from 'zod';
import { ofYear, scheme, schemeAnswer } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { count } from '../fields.ts';
import { OFFICE } from '../who.ts';

export const assessmentSchemeSave = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/assessment/:year/scheme',
  title: '保存考核方案的新版本',
  who: OFFICE,
  input: z.object({ ...ofYear, scheme: scheme.omit({ year: true }), before: count }),
  output: schemeAnswer,
});
