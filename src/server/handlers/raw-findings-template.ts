import { NOT_RAW_FIELDS } from '../../app/desk/raw-workbook.ts';
import { writeTemplate } from '../../app/import/template/write-template.ts';
import type { rawFindingsTemplate } from '../../contract/endpoints/raw-findings-template.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof rawFindingsTemplate> = async () => ({
  bytes: await writeTemplate({
    kind: 'problem',
    without: NOT_RAW_FIELDS,
    purpose: '监测中发现的问题，一个问题一行；报送后由政务公开办或信息中心复核，认定了才记入问题台账。',
  }),
  fileName: '发现录入模板.xlsx',
  as: 'document',
});
