import { viewProblem } from '../../app/views/problem.ts';
import type { problem } from '../../contract/endpoints/problem.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problem> = (app, { areaId, problemId }, _file, { scope }) => viewProblem(app, areaId, problemId, scope);
