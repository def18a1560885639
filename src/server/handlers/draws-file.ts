import { drawsFileOf } from '../../app/draws/draws-file.ts';
import type { drawsFile } from '../../contract/endpoints/draws-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawsFile> = async (app, { areaId, ...asked }) => ({
  ...(await drawsFileOf(app, areaId, asked)),
  as: 'document',
});
