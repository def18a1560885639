import { keySweepsFile as writeFile } from '../../app/wording/key-sweeps-file.ts';
import type { keySweepsFile } from '../../contract/endpoints/key-sweeps-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof keySweepsFile> = async (app, { areaId, ...asked }) => ({
  ...(await writeFile(app, areaId, asked)),
  as: 'document',
});
