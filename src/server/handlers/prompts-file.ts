import { promptsFile as writeFile } from '../../app/prompts/prompt-file.ts';
import type { promptsFile } from '../../contract/endpoints/prompts-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptsFile> = async (app, { areaId, state = null, kind = null, q, sort }) => ({
  ...(await writeFile(app, areaId, { state, kind, words: q || null, order: sort })),
  as: 'document',
});
