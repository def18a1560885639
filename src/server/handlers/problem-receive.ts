import { receiveProblems } from '../../app/rectify/unit-acts.ts';
import type { problemReceive } from '../../contract/endpoints/problem-receive.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof problemReceive> = async (app, { areaId, problemIds }, _file, caller) => ({
  done: await receiveProblems(app, areaId, problemIds, caller),
});
