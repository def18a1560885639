import { orderKeySweep } from '../../app/wording/key-sweeps.ts';
import type { keySweepOrder } from '../../contract/endpoints/key-sweep-order.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweepOrder> = (app, { areaId, ...wanted }, _file, { name: by }) =>
  orderKeySweep(app, areaId, wanted, by);
