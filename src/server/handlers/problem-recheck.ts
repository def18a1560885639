import { recheckProblems } from '../../app/rectify/office-acts.ts';
import type { problemRecheck } from '../../contract/endpoints/problem-recheck.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemRecheck> = async (app, { areaId, ...order }, _file, caller) => ({
  done: await recheckProblems(app, areaId, order, caller),
});
