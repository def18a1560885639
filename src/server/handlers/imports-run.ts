import { importKept } from '../../app/import/desk.ts';
import type { importsRun } from '../../contract/endpoints/imports-run.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importsRun> = (app, { areaId, ...upload }) => importKept(app, areaId, upload);
