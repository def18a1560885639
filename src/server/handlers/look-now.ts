import { orderLook } from '../../app/look-now/order-look.ts';
import type { lookNow } from '../../contract/endpoints/look-now.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof lookNow> = (app, { areaId, ...asked }, _file, caller) => orderLook(app, areaId, asked, caller);
