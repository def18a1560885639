import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const keySweepsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/key-sweeps.xlsx',
  title: '定期排查各单位签认情况（Excel）',
  who: OVERSEERS,
  input: z.object({ areaId: id }),
  output: 'bytes',
});
