import { viewOwnRaw } from '../../app/desk/view-raw.ts';
import type { rawFindings } from '../../contract/endpoints/raw-findings.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindings> = (app, { areaId, answer, page, size }, _file, caller) =>
  viewOwnRaw(app, areaId, { answers: answer, page, size }, caller);
