import { handOverProblems } from '../../app/rectify/hand-over-problems.ts';
import type { problemHandOver } from '../../contract/endpoints/problem-hand-over.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemHandOver> = (app, { areaId, problemIds, term, clause }, _file, caller) =>
  handOverProblems(app, areaId, { problemIds, term, clause: clause || '办公室交办' }, caller);
