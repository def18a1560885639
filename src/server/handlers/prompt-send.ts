import { sendPrompt } from '../../app/prompts/send-prompt.ts';
import type { promptSend } from '../../contract/endpoints/prompt-send.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptSend> = async (app, { areaId, ...wish }, _file, caller) => ({
  id: await sendPrompt(app, areaId, wish, caller),
});
