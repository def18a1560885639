import { viewRectification } from '../../app/rectify/view-rectification.ts';
import type { problemRectification } from '../../contract/endpoints/problem-rectification.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemRectification> = (app, { areaId, problemId }, _file, caller) =>
  viewRectification(app, areaId, problemId, caller);
