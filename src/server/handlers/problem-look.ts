import { orderLooks } from '../../app/rectify/order-looks.ts';
import type { problemLook } from '../../contract/endpoints/problem-look.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemLook> = async (app, { areaId, problemIds }, _file, caller) => ({
  done: await orderLooks(app, areaId, problemIds, caller),
});
