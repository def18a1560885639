import { z } from 'zod';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';
import { OVERSEERS_AND_OWN } from '../who.ts';

export const problemProofPicture = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/problems/:problemId/proofs/:proofId/picture',
  title: '查看证明图片',
  who: OVERSEERS_AND_OWN,
  input: z.object({ areaId: id, problemId: id, proofId: id }),
  output: 'bytes',
});
