import { remindMissing } from '../../app/prompts/remind-missing.ts';
import type { promptRemind } from '../../contract/endpoints/prompt-remind.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptRemind> = async (app, { areaId, promptId, unitIds }, _file, caller) => ({
  reminded: await remindMissing(app, areaId, promptId, unitIds, caller),
});
