import { closeProblems } from '../../app/rectify/office-acts.ts';
import type { problemClose } from '../../contract/endpoints/problem-close.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemClose> = async (app, { areaId, ...order }, _file, caller) => ({
  done: await closeProblems(app, areaId, order, caller),
});
