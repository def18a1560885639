import { undoImport } from '../../app/import/undo-import.ts';
import type { importsUndo } from '../../contract/endpoints/imports-undo.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importsUndo> = (app, { areaId, importId }) => undoImport(app.db, areaId, importId, app.now());
