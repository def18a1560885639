import { readImportedFile } from '../../app/import/desk.ts';
import type { importsFile } from '../../contract/endpoints/imports-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importsFile> = async (app, { areaId, importId }) => ({
  ...(await readImportedFile(app, areaId, importId)),
  as: 'document',
});
