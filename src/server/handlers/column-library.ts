import { libraryWorkbook } from '../../app/discover/library-workbook.ts';
import { areaOf } from '../../app/views/area-of.ts';
import type { columnLibrary } from '../../contract/endpoints/column-library.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof columnLibrary> = async (app, { areaId }) => {
  await areaOf(app, areaId);
  return { bytes: await libraryWorkbook(app, areaId), fileName: '栏目库.xlsx', as: 'document' };
};
