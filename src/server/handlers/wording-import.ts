import { importLists } from '../../app/wording/lists.ts';
import type { wordingImport } from '../../contract/endpoints/wording-import.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wordingImport> = (app, { areaId, fileName }, file, { name: by }) =>
  importLists(app, areaId, { name: fileName, bytes: file }, by);
