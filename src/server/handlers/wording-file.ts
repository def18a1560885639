import { exportLists } from '../../app/wording/lists.ts';
import type { wordingFile } from '../../contract/endpoints/wording-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wordingFile> = async (app, { areaId }) => ({ ...(await exportLists(app, areaId)), as: 'document' });
