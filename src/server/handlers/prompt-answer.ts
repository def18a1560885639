import { sayOfPrompt } from '../../app/prompts/say.ts';
import type { promptAnswer } from '../../contract/endpoints/prompt-answer.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptAnswer> = async (app, { areaId, promptId, ...said }, _file, caller) => {
  await sayOfPrompt(app, areaId, promptId, said, caller);
  return { ok: true };
};
