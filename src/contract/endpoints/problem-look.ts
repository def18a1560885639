import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { doneCount, problemIds } from '../problem-act.ts';
import { WATCHERS } from '../who.ts';

export const problemLook = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/problems/look',
  title: '机器复核：安排只查看这些问题所在的网站、账号',
  who: WATCHERS,
  input: z.object({ areaId: id, problemIds }),
  output: doneCount,
});
