import { withdrawResults } from '../../app/draws/publish-inspection.ts';
import type { inspectionWithdraw } from '../../contract/endpoints/inspection-withdraw.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionWithdraw> = async (app, { areaId, drawId, reason }, _file, { name }) => {
  await withdrawResults(app, areaId, drawId, { by: name, reason });
  return {};
};
