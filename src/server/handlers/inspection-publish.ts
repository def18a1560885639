import { publishResults } from '../../app/draws/publish-inspection.ts';
import type { inspectionPublish } from '../../contract/endpoints/inspection-publish.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionPublish> = async (app, { areaId, drawId }, _file, { name }) => {
  await publishResults(app, areaId, drawId, name);
  return { path: `/public/${areaId}/inspections/${drawId}` };
};
