import { z } from 'zod';
import { type InputFault, MingchaError } from '../../core/error.ts';
import { isLimit, type Limit } from '../../core/limit.ts';
import { COLUMN_CLASSES, type ColumnClass, columnName } from '../../subjects/column.ts';
import { Remarks } from '../import/remarks.ts';
import { COLUMN_SHEET } from '../import/sheets/column-sheet.ts';
import { findHeader } from '../import/sheets/header.ts';
import { RowReader } from '../import/sheets/row-reader.ts';
import type { SheetSpec } from '../import/sheets/spec.ts';
import { COLUMN_CLASS_WORDS } from '../import/sheets/words.ts';
import { columnPath } from '../import/words/column-path.ts';
import { limitOf } from '../import/words/limit-words.ts';
import { webAddress } from '../import/words/web-address.ts';
import { contentOf } from '../import/workbook/content.ts';
import { readWorkbook } from '../import/workbook/read-workbook.ts';
import type { Sheet } from '../import/workbook/sheet.ts';

/** One column of `--columns`. */
export interface ListedColumn {
  path: readonly string[];
  url: string;
  class: ColumnClass | null;
  /** Null = no limit is kept for it. */
  limit: Limit | null;
  minimumPerYear: number | null;
}

const { path, url, class: columnClass, limit, minimum } = COLUMN_SHEET.fields as Required<typeof COLUMN_SHEET.fields>;

/** The import's sheet of columns without the register around it: one site needs no owner. */
const LOOK_SHEET: SheetSpec = {
  ...COLUMN_SHEET,
  fields: {
    path: path as NonNullable<typeof path>,
    url: { ...(url as NonNullable<typeof url>), required: true },
    class: columnClass as NonNullable<typeof columnClass>,
    limit: limit as NonNullable<typeof limit>,
    minimum: minimum as NonNullable<typeof minimum>,
  },
};

/**
 * Columns to look at, from a table (.xlsx, .xls, .ods, .csv: 栏目路径, 栏目地址, 更新时限 …) or a JSON list of
 * `{path, url, class?, limit?, minimumPerYear?}`. Throws MingchaError 'bad-input' naming every wrong row or field.
 */
export function readColumnsFile(bytes: Uint8Array, name: string): ListedColumn[] {
  const remarks = new Remarks();
  const columns = contentOf(bytes, name) === 'json' ? fromJson(bytes, name, remarks) : fromTable(readWorkbook(bytes, name), name, remarks);
  const seen = new Set<string>();
  for (const { path } of columns) {
    const label = columnName(path);
    if (seen.has(label)) remarks.fault({ sheet: name, value: label, message: '这个栏目写了两次，应只留一次' });
    seen.add(label);
  }
  if (remarks.faultCount === 0 && columns.length === 0) remarks.fault({ sheet: name, message: '没有写任何栏目' });
  if (remarks.faultCount === 0) return columns;
  throw new MingchaError(
    'bad-input',
    `栏目清单 ${name} 有 ${remarks.faultCount} 处不对。`,
    '请按提示改正后重试；表格至少要有“栏目路径”和“栏目地址”两列。',
    { faults: remarks.faults },
  );
}

function fromTable(sheets: readonly Sheet[], name: string, remarks: Remarks): ListedColumn[] {
  const tables = sheets.flatMap((sheet) => {
    const header = findHeader(sheet, LOOK_SHEET);
    return header !== null && header.missing.length === 0 ? [{ sheet, header }] : [];
  });
  if (tables.length === 0)
    remarks.fault({ sheet: name, row: 1, message: '没有找到表头，表头应有“栏目路径”“栏目地址”，可有“更新时限”“栏目类别”“每年最少条数”' });
  return tables.flatMap(({ sheet, header }) =>
    header.blocks.flatMap((block) =>
      sheet.rows.flatMap((row): ListedColumn[] => {
        const blank = [...block.fields.values()].every((index) => (row.cells[index]?.text ?? '') === '');
        if (row.number <= header.row.number || blank) return [];
        const reader = new RowReader({ sheet, header, block, row, fields: LOOK_SHEET.fields, remarks });
        const [path, url] = [reader.path('path'), reader.url('url')];
        const rest = {
          class: reader.choice('class', COLUMN_CLASS_WORDS) ?? null,
          limit: reader.limit('limit') ?? null,
          minimumPerYear: reader.count('minimum') ?? null,
        };
        return path === undefined || url === undefined ? [] : [{ path, url, ...rest }];
      }),
    ),
  );
}

const listed = z.strictObject({
  path: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  url: z.string(),
  class: z.enum(COLUMN_CLASSES).nullish(),
  limit: z.string().nullish(),
  minimumPerYear: z.number().int().min(0).nullish(),
});

function fromJson(bytes: Uint8Array, name: string, remarks: Remarks): ListedColumn[] {
  const rows = parseJson(bytes, name);
  return rows.flatMap((row, index): ListedColumn[] => {
    const fault = (field: string, message: string): [] => {
      remarks.fault({ sheet: name, row: index + 1, field, message } satisfies InputFault);
      return [];
    };
    const parsed = listed.safeParse(row);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return fault(issue?.path.join('.') || 'path', '应为 {"path":"通知公告","url":"https://…","limit":"半年"}');
    }
    const { data } = parsed;
    const path = typeof data.path === 'string' ? columnPath(data.path) : data.path;
    const url = webAddress(data.url);
    const limit = data.limit == null ? null : isLimit(data.limit) ? data.limit : limitOf(data.limit);
    if (path === null) return fault('path', '栏目路径里有空的一级，应写成：本级政策解读—负责人解读');
    if (url === null) return fault('url', '不是网址，应以 http:// 或 https:// 开头');
    if (limit === undefined) return fault('limit', '不是更新时限，应写成：两周、3个月、半年、1年，或 P6M');
    return [{ path, url, class: data.class ?? null, limit, minimumPerYear: data.minimumPerYear ?? null }];
  });
}

function parseJson(bytes: Uint8Array, name: string): unknown[] {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(json)) return json;
  } catch {
    // Told below together with JSON that is no list.
  }
  throw new MingchaError('bad-input', `栏目清单 ${name} 不是 JSON 列表。`, '应为 [{"path":"通知公告","url":"https://…","limit":"半年"}]。');
}
