import { drawsFileOf } from '../../app/draws/draws-file.ts';
import type { drawsFile } from '../../contract/endpoints/draws-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof drawsFile> = async (app, { areaId }) => ({ ...(await drawsFileOf(app, areaId)), as: 'document' });
