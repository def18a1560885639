import { z } from 'zod';
import { ofYear, scope, yearAnswer } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const assessmentYear = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year',
  title: '年度考核：各单位各项目得分、名次，上年得分',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...ofYear, ...scope }),
  output: yearAnswer,
});
