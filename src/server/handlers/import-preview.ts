import { previewUpload } from '../../app/import/desk.ts';
import type { importPreview } from '../../contract/endpoints/import-preview.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importPreview> = (app, { areaId, ...upload }) => previewUpload(app, areaId, upload);
