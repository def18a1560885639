import { importLists } from '../../app/wording/lists.ts';
import type { wordingImport } from '../../contract/endpoints/wording-import.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof wordingImport> = (app, { areaId, by, fileName }, file) =>
  importLists(app, areaId, { name: fileName, bytes: file }, by);
