import { enterResult } from '../../app/draws/enter-result.ts';
import type { inspectionResult } from '../../contract/endpoints/inspection-result.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof inspectionResult> = (app, { areaId, ...entry }, _file, caller) =>
  enterResult(app, areaId, caller, entry);
