import { NOT_RAW_FIELDS } from '../../app/desk/raw-workbook.ts';
import { writeTemplate } from '../../app/import/template/write-template.ts';
import type { rawFindingsTemplate } from '../../contract/endpoints/raw-findings-template.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingsTemplate> = async () => ({
  bytes: await writeTemplate('problem', NOT_RAW_FIELDS),
  fileName: '第三方发现录入模板.xlsx',
  as: 'document',
});
