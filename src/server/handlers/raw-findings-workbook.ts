import { enterRawWorkbook } from '../../app/desk/raw-workbook.ts';
import type { rawFindingsWorkbook } from '../../contract/endpoints/raw-findings-workbook.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingsWorkbook> = (app, { areaId, fileName, preview }, file, caller) =>
  enterRawWorkbook(app, areaId, { name: fileName, bytes: file, preview: preview === 'yes' }, caller);
