import { z } from 'zod';
import { OVERSEERS_AND_UNIT, onMatter } from '../account-matter.ts';
import { defineDownload } from '../endpoint.ts';
import { id } from '../fields.ts';

export const accountProof = defineDownload({
  method: 'GET',
  path: '/api/areas/:areaId/account-matters/:matterId/proofs/:proofId',
  title: '查看账号事项的证明',
  who: OVERSEERS_AND_UNIT,
  input: z.object({ ...onMatter, proofId: id }),
  output: 'bytes',
});
