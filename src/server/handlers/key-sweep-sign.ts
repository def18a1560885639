import { signKeySweepRound } from '../../app/wording/key-sweeps.ts';
import type { keySweepSign } from '../../contract/endpoints/key-sweep-sign.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweepSign> = async (app, { areaId, ...round }, _file, { name: by }) => {
  await signKeySweepRound(app, areaId, round, by);
  return { ok: true };
};
