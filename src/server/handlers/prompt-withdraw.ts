import { takeBackPrompt } from '../../app/prompts/send-prompt.ts';
import type { promptWithdraw } from '../../contract/endpoints/prompt-withdraw.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptWithdraw> = async (app, { areaId, promptId, reason }, _file, caller) => {
  await takeBackPrompt(app, areaId, promptId, reason, caller);
  return { ok: true };
};
