import { withdrawKeySweep } from '../../app/wording/withdraw-sweep.ts';
import type { keySweepWithdraw } from '../../contract/endpoints/key-sweep-withdraw.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweepWithdraw> = async (app, { areaId, sweepId, reason }, _file, { name: by }) => {
  await withdrawKeySweep(app, areaId, sweepId, { reason, by });
  return { ok: true };
};
