import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { id } from '../fields.ts';
import { WATCHERS } from '../who.ts';

export const keySweepWithdraw = defineEndpoint({
  method: 'POST',
  path: '/api/areas/:areaId/key-sweeps/:sweepId/withdraw',
  title: '撤回布置错了的定期排查：各单位不再要签认，也不再算逾期；已经签认的保留',
  who: WATCHERS,
  input: z.object({ areaId: id, sweepId: id, reason: z.string().trim().min(2, '请写明撤回的理由').max(200) }),
  output: z.object({ ok: z.literal(true) }),
});
