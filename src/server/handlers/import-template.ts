import { writeTemplate } from '../../app/import/template/write-template.ts';
import type { importTemplate } from '../../contract/endpoints/import-template.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof importTemplate> = async () => ({
  bytes: await writeTemplate(),
  fileName: '导入模板.xlsx',
  as: 'document',
});
