import { viewSupervised } from '../../app/responsibility/supervise.ts';
import type { supervised } from '../../contract/endpoints/supervised.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof supervised> = async (app, { areaId }, _file, caller) => ({
  rows: await viewSupervised(app, areaId, caller),
});
