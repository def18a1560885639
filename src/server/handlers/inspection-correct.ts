import { correctResults } from '../../app/draws/publish-inspection.ts';
import type { inspectionCorrect } from '../../contract/endpoints/inspection-correct.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionCorrect> = async (app, { areaId, drawId, reason }) => {
  await correctResults(app, areaId, drawId, reason);
  return {};
};
