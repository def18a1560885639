import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { OFFICE_RECORD_KINDS } from '../../../disclosure/office-record.ts';
import { Remarks } from '../remarks.ts';
import { EXPLANATION_SHEET, SHEET_SPECS } from '../sheets/catalogue.ts';
import { readSheets } from '../sheets/draft-workbook.ts';
import { workbook } from '../testing/workbooks.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { writeTemplate } from './write-template.ts';

const TITLES = [
  '单位',
  '网站',
  '栏目',
  '新媒体账号',
  '发布记录',
  '信息量',
  '公开平台信息',
  '转载任务',
  '互动情况',
  '活动',
  '优质作品',
  '政策文件',
  '来信办理',
  '指南登记信息',
  '任职人员',
  '单位曾用名',
  '评估指标自查',
  '问题台账',
];

describe('import template', () => {
  it('has one sheet per kind and one that explains every column', async () => {
    const sheets = readWorkbook(await writeTemplate(), '模板.xlsx');
    expect(sheets.map((sheet) => sheet.name)).toEqual([...TITLES, EXPLANATION_SHEET]);
    const explained = JSON.stringify(sheets.at(-1));
    for (const spec of SHEET_SPECS) for (const field of Object.values(spec.fields)) expect(explained).toContain(field.title);
  });

  it('has frozen heads, widths and drop-downs that hold the closed lists', async () => {
    const book = await readXlsx(await writeTemplate());
    for (const spec of SHEET_SPECS) {
      const sheet = book.sheets.find((s) => s.name === spec.title);
      expect(sheet?.freezePane?.rows, spec.title).toBe(1);
      const lists = (sheet?.dataValidations ?? []).map((v) => v.values ?? v.formula1?.replace(/^"|"$/g, '').split(','));
      const wanted = Object.values(spec.fields).flatMap((field) => (field.values ? [[...field.values]] : []));
      expect(lists, spec.title).toEqual(wanted);
      expect(sheet?.columns?.[0]?.width, spec.title).toBeGreaterThan(10);
    }
  });

  it('skips its own example rows', async () => {
    const remarks = new Remarks();
    const drafts = readSheets(readWorkbook(await writeTemplate(), '模板.xlsx'), '2023-01-01', remarks).drafts;
    expect(remarks.faults).toEqual([]);
    expect(Object.values(drafts).flat()).toEqual([]);
    expect(remarks.warnings).toHaveLength(SHEET_SPECS.length);
  });

  it('one kind alone can be asked for, without some of its fields and for a purpose of its own', async () => {
    const bytes = await writeTemplate({ kind: 'account', without: ['name'], purpose: '第三方报送用' });
    expect(readWorkbook(bytes, '模板.xlsx').map((sheet) => sheet.name)).toEqual(['新媒体账号', EXPLANATION_SHEET]);
    const words = (await readXlsx(bytes)).sheets.at(-1)?.rows.flat() ?? [];
    expect(words).toContain('第三方报送用');
    expect(words).not.toContain(SHEET_SPECS.find(({ id }) => id === 'account')?.purpose);
  });

  it('its examples, filled in as real rows, are accepted without a word', () => {
    const filled = Object.fromEntries(
      SHEET_SPECS.map((spec) => {
        const fields = Object.values(spec.fields);
        return [spec.title, [fields.map((f) => f.title), fields.map((f) => f.examples[0]), fields.map((f) => f.examples[1])]];
      }),
    );
    const remarks = new Remarks();
    const { records, ...drafts } = readSheets(readWorkbook(workbook(filled), '填好.xlsx'), '2023-01-01', remarks).drafts;
    expect(remarks.faults).toEqual([]);
    expect(remarks.warnings).toEqual([]);
    for (const rows of Object.values(drafts)) expect(rows).toHaveLength(2);
    for (const kind of OFFICE_RECORD_KINDS) expect(records.filter((record) => record.kind === kind)).toHaveLength(2);
  });
});
