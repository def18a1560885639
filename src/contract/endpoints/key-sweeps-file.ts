import { z } from 'zod';
import { SWEEP_STATE_CODES } from '../../core/lists/key-sweeps.ts';
import { defineDownload } from '../endpoint.ts';
import { id, wordsAsked } from '../fields.ts';
import { OVERSEERS } from '../who.ts';

export const keySweepsFile = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/key-sweeps.xlsx',
  title: '定期排查各单位签认情况（Excel），按当前筛选',
  who: OVERSEERS,
  input: z.object({
    ...{ areaId: id, q: wordsAsked, state: z.enum(SWEEP_STATE_CODES).optional(), sort: z.enum(['new', 'due']).optional() },
  }),
  output: 'bytes',
});
