import { viewMyPrompts } from '../../app/prompts/my-prompts.ts';
import type { myPrompts } from '../../contract/endpoints/my-prompts.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof myPrompts> = (app, { areaId, unitIds }, _file, caller) =>
  viewMyPrompts(app, areaId, caller.scope, unitIds);
