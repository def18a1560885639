import { sayOfPrompt } from '../../app/prompts/say.ts';
import type { promptRecord } from '../../contract/endpoints/prompt-record.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptRecord> = async (app, { areaId, promptId, day, time, ...said }, _file, caller) => {
  await sayOfPrompt(app, areaId, promptId, said, caller, day === null ? null : { day, time });
  return { ok: true };
};
