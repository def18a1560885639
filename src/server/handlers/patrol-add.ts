import { filePatrol } from '../../app/prompts/file-patrol.ts';
import type { patrolAdd } from '../../contract/endpoints/patrol-add.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof patrolAdd> = async (app, { areaId, ...wish }, _file, caller) => ({
  id: await filePatrol(app, areaId, wish, caller),
});
