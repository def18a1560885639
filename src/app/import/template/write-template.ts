import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { EXAMPLE_MARK, EXPLANATION_SHEET, SHEET_SPECS } from '../sheets/catalogue.ts';
import type { FieldSpec } from '../sheets/field.ts';
import type { SheetId, SheetSpec } from '../sheets/spec.ts';
import { columnLetter } from '../workbook/sheet.ts';

/** Rows the drop-downs reach; enough for every unit of a large county and its columns. */
const DROP_DOWN_ROWS = 5_000;
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
const REQUIRED_HEAD: CellStyle = { ...HEAD, font: { bold: true, color: { rgb: 'C00000' } } };
const EXAMPLE: CellStyle = { font: { italic: true, color: { rgb: '808080' } } };
const WRAP: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** A template of one sheet alone: without some of its fields, and for another purpose where `purpose` says so. */
export interface OneSheet {
  kind: SheetId;
  without?: readonly string[];
  purpose?: string;
}

/** The workbook to fill in (导入模板): one sheet per kind, or the one asked for, and a sheet that explains every column. */
export async function writeTemplate(one?: OneSheet): Promise<Uint8Array> {
  const { without = [], purpose } = one ?? {};
  const specs = SHEET_SPECS.filter(({ id }) => one === undefined || id === one.kind).map((spec) => ({
    ...spec,
    purpose: purpose ?? spec.purpose,
    fields: Object.fromEntries(Object.entries(spec.fields).filter(([field]) => !without.includes(field))),
  }));
  return writeXlsx({ sheets: [...specs.map(sheetOf), explanation(specs)] });
}

function sheetOf(spec: SheetSpec): WriteSheet {
  const fields = Object.values(spec.fields);
  const cells = new Map(fields.map((field, i) => [`0,${i}`, { style: field.required ? REQUIRED_HEAD : HEAD }]));
  for (const row of [1, 2]) for (const i of fields.keys()) cells.set(`${row},${i}`, { style: EXAMPLE });
  return {
    name: spec.title,
    columns: fields.map((field) => ({ width: field.width ?? 16 })),
    rows: [fields.map((field) => field.title), exampleRow(fields, 0), exampleRow(fields, 1)],
    cells,
    freezePane: { rows: 1 },
    dataValidations: fields.flatMap((field, i) =>
      field.values
        ? [
            {
              type: 'list' as const,
              values: [...field.values],
              range: `${columnLetter(i)}2:${columnLetter(i)}${DROP_DOWN_ROWS}`,
              allowBlank: true,
              // A warning, not a stop: synonyms such as 公众号 are understood as well.
              showErrorMessage: true,
              errorStyle: 'warning' as const,
              errorTitle: field.title,
              errorMessage: `请从列表中选择：${field.values.join('、')}`.slice(0, 220),
            },
          ]
        : [],
    ),
  };
}

/** Text only, so that the example dates look as a user would type them. */
const exampleRow = (fields: readonly FieldSpec[], which: 0 | 1): string[] =>
  fields.map((field, i) => (i === 0 ? `${EXAMPLE_MARK}${field.examples[which]}` : field.examples[which]));

function explanation(specs: readonly SheetSpec[]): WriteSheet {
  const rows: string[][] = [
    ['导入模板填写说明'],
    ['1. 红色列名为必填。列的先后可以调整，不用的选填列可以删去；不认识的列不会导入，导入后会列出。'],
    [`2. 以“${EXAMPLE_MARK}”开头的行是示例，导入时跳过，可以删去。`],
    ['3. 各表的单位名称要与“单位”表一致；别名、加挂牌子也认得。名称对不上时不会自动新建单位，会提示相近的名称。'],
    ['4. 有一处错误，整个文件都不导入；改正后重新导入整个文件即可。同一文件重复导入不会产生重复数据。'],
    ['5. 日期写成 2022-12-27、2022/12/27、2022.12.27 或 2022年12月27日；更新时限写成 两周、3个月、半年、1年 或 不限。'],
    ['6. 空着的选填格表示“没有说明”，不会抹去已登记的内容。'],
    [''],
    ['工作表', '列名', '必填', '怎样填', '可填的内容'],
  ];
  for (const spec of specs) {
    rows.push([spec.title, '', '', spec.purpose, '']);
    for (const field of Object.values(spec.fields))
      rows.push(['', field.title, field.required ? '是' : '', field.hint, field.values?.join('、') ?? '']);
  }
  const cells = new Map<string, { style: CellStyle }>();
  for (const [r, row] of rows.entries()) {
    for (const c of row.keys())
      cells.set(`${r},${c}`, { style: row[0] && r > 7 ? { ...HEAD, alignment: { wrapText: true } } : row.length > 1 ? WRAP : {} });
  }
  return { name: EXPLANATION_SHEET, columns: [{ width: 14 }, { width: 16 }, { width: 8 }, { width: 64 }, { width: 60 }], rows, cells };
}
