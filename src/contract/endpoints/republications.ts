import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { onNotice } from '../notice-draft.ts';
import { republicationsAnswer } from '../republications.ts';
import { OVERSEERS } from '../who.ts';

export const republications = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/notices/:noticeId/republications',
  title: '各单位转发这份通报的网页及比对结果',
  who: OVERSEERS,
  input: z.object(onNotice),
  output: republicationsAnswer,
});
