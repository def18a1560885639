import { patrolsFile as writeFile } from '../../app/prompts/view-patrols.ts';
import type { patrolsFile } from '../../contract/endpoints/patrols-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof patrolsFile> = async (app, { areaId, ...asked }, _file, caller) => ({
  ...(await writeFile(app, areaId, caller.scope, asked)),
  as: 'document',
});
