import { disputeProblem } from '../../app/rectify/unit-acts.ts';
import type { problemDispute } from '../../contract/endpoints/problem-dispute.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemDispute> = async (app, { areaId, ...said }, _file, caller) => {
  await disputeProblem(app, areaId, said, caller);
  return { done: 1 };
};
