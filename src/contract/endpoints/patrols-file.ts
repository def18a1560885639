import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { patrolFilter } from '../prompt.ts';
import { OVERSEERS } from '../who.ts';

export const patrolsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/patrols.xlsx',
  title: '主动巡网记录（表格）',
  who: { ...OVERSEERS, unit: 'own' },
  input: z.object(patrolFilter),
  output: 'bytes',
});
