import { replaceInspector } from '../../app/draws/substitute-inspector.ts';
import type { inspectionSubstitute } from '../../contract/endpoints/inspection-substitute.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionSubstitute> = async (app, { areaId, drawId, inspectorId, reason }, _file, { name }) => ({
  substitutes: await replaceInspector(app, areaId, drawId, { inspectorId, reason, by: name }),
});
