import { holdInspection } from '../../app/draws/hold-inspection.ts';
import type { inspectionHold } from '../../contract/endpoints/inspection-hold.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionHold> = async (app, { areaId, ...order }, _file, { name }) => ({
  drawId: await holdInspection(app, areaId, { ...order, by: name }),
});
