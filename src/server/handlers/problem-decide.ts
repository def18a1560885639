import { decideProblems } from '../../app/rectify/office-acts.ts';
import type { problemDecide } from '../../contract/endpoints/problem-decide.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemDecide> = async (app, { areaId, ...order }, _file, caller) => ({
  done: await decideProblems(app, areaId, order, caller),
});
