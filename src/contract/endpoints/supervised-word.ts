import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { words } from '../responsibility.ts';
import { UNIT } from '../who.ts';

export const supervisedWord = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/supervised/:problemId',
  title: '主管单位核实主办单位反馈的整改，或退回',
  who: UNIT,
  input: z.object({ areaId: id, problemId: id, outcome: z.enum(['confirmed', 'returned']), words: words(500) }),
  output: z.object({}),
});
