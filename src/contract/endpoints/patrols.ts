import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { paging } from '../paging.ts';
import { patrolFilter, patrolList } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const patrols = defineEndpoint({
  method: 'GET',
  path: '/api/areas/:areaId/patrols',
  title: '主动巡网记录：各单位自查发现和整改的问题',
  who: { ...OVERSEERS, unit: 'own' },
  input: z.object({ ...patrolFilter, ...paging(200, 30) }),
  output: patrolList,
});
