import { answerProblem } from '../../app/rectify/unit-acts.ts';
import type { problemAnswer } from '../../contract/endpoints/problem-answer.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemAnswer> = async (app, { areaId, ...said }, _file, caller) => {
  await answerProblem(app, areaId, said, caller);
  return { done: 1 };
};
