import { keepUpload } from '../../app/import/desk.ts';
import type { importFile } from '../../contract/endpoints/import-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importFile> = (app, { areaId, fileName }, file) => keepUpload(app, areaId, fileName, file);
