import { viewFinding } from '../../app/desk/view-finding.ts';
import type { deskFinding } from '../../contract/endpoints/desk-finding.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof deskFinding> = (app, { areaId, problemId }, _file, { scope }) =>
  viewFinding(app, areaId, problemId, scope);
