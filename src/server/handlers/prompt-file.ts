import { promptFile as writeFile } from '../../app/prompts/prompt-file.ts';
import type { promptFile } from '../../contract/endpoints/prompt-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptFile> = async (app, { areaId, promptId, speed }) => ({
  ...(await writeFile(app, areaId, promptId, speed)),
  as: 'document',
});
