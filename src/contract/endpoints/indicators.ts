import { z } from 'zod';
import { indicatorsAnswer, ofYear, scope } from '../assessment.ts';
import { defineEndpoint } from '../endpoint.ts';
import { OVERSEERS_AND_UNIT } from '../who.ts';

export const indicators = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/assessment/:year/indicators',
  title: '第三方评估指标自查：得分、佐证、责任单位、差距',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...ofYear, ...scope }),
  output: indicatorsAnswer,
});
