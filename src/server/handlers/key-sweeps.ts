import { viewRounds } from '../../app/wording/rounds.ts';
import type { keySweeps } from '../../contract/endpoints/key-sweeps.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweeps> = (app, { areaId }, _file, { scope }) => viewRounds(app, areaId, scope);
