import type { CalendarDate } from '../../../core/date.ts';
import type { Remarks } from '../remarks.ts';
import { nearest } from '../settle/near-names.ts';
import { nameKey } from '../words/fold.ts';
import type { Row, Sheet } from '../workbook/sheet.ts';
import { EXAMPLE_MARK, EXPLANATION_SHEET, SHEET_SPECS } from './catalogue.ts';
import { type Drafts, emptyDrafts } from './draft.ts';
import { titleKey } from './header.ts';
import { recognise } from './recognise.ts';
import { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';
import type { Header } from './table.ts';

const NOTE_ROW = /^(备注|注|说明|填表说明|填报单位|填表人|审核人|联系人|联系电话|填报日期|制表)[:：]/;

/** Reads every sheet into drafts; faults and warnings go to `remarks`. `today` is the day of the import. */
export function draftWorkbook(sheets: readonly Sheet[], today: CalendarDate, remarks: Remarks): Drafts {
  const drafts = emptyDrafts();
  const filled = sheets.filter((sheet) => sheet.rows.length > 0 && nameKey(sheet.name) !== EXPLANATION_SHEET);
  const known = filled.map((sheet) => ({ sheet, ...recognise(sheet) }));
  const titles = SHEET_SPECS.map((spec) => `“${spec.title}”`).join('、');
  for (const { sheet, ...found } of known) {
    if (found.spec !== null) {
      readSheet(sheet, found.spec, found.header, drafts, today, remarks);
    } else if (found.candidates.length > 1) {
      const names = found.candidates.map((spec) => `“${spec.title}”`).join('、');
      remarks.fault({ sheet: sheet.name, message: `看不出是哪张表，表头同时像${names}，请把工作表改名为其中之一` });
    } else if (known.some((other) => other.spec !== null)) {
      remarks.warn(`工作表“${sheet.name}”不是可导入的表，没有导入。可导入的表：${titles}。`);
    } else {
      remarks.fault({ sheet: sheet.name, message: `看不出是哪张表：工作表应命名为${titles}之一，首行写列名（可用导入模板）` });
    }
  }
  if (filled.length === 0) remarks.fault({ message: '只有填写说明，没有填写任何内容' });
  return drafts;
}

function readSheet(sheet: Sheet, spec: SheetSpec, header: Header | null, drafts: Drafts, today: CalendarDate, remarks: Remarks): void {
  if (!header) {
    const required = requiredTitles(spec).join('、');
    remarks.fault({ sheet: sheet.name, message: `没有找到表头，表头应有：${required}` });
    return;
  }
  for (const title of header.missing) {
    const near = nearest(
      title,
      header.unknown.map((u) => u.title),
    )[0];
    remarks.fault({
      sheet: sheet.name,
      row: header.row.number,
      field: title,
      message: `缺少“${title}”列${near ? `，“${near}”列是否应为“${title}”` : ''}`,
    });
  }
  for (const title of header.doubled)
    remarks.fault({ sheet: sheet.name, row: header.row.number, field: title, message: `表头里有两列都是“${title}”，应只留一列` });
  if (header.unknown.length > 0) {
    const list = header.unknown.map((u) => `${u.letter} 列“${u.title}”`).join('、');
    remarks.warn(`工作表“${sheet.name}”的${list}不在模板里，没有导入。`);
  }
  if (header.missing.length > 0 || header.doubled.length > 0) return;
  const rows = readRows(sheet, spec, header, drafts, today, remarks);
  if (rows === 0) remarks.warn(`工作表“${sheet.name}”只有表头，没有内容。`);
}

/** Reads every filled row of every table of the sheet; answers how many there were. */
function readRows(sheet: Sheet, spec: SheetSpec, header: Header, drafts: Drafts, today: CalendarDate, remarks: Remarks): number {
  const above = sheet.rows.filter((row) => row.number < header.row.number);
  const title = above.map((row) => [...new Set(row.cells.map((cell) => cell.text))].join(' ')).join(' ');
  let read = 0;
  for (const block of header.blocks) {
    const context = { title, today, remarks, block };
    const lacking = spec.lacks?.(context);
    if (lacking) {
      remarks.fault({ sheet: sheet.name, row: header.row.number, ...lacking });
      return 1;
    }
    const columns = [...block.fields.values(), ...block.wide.map((wide) => wide.index)];
    for (const row of sheet.rows) {
      if (row.number <= header.row.number || isPassedOver(row, header) || columns.every((index) => isBlank(row, index))) continue;
      read++;
      spec.read(new RowReader({ sheet, header, block, row, fields: spec.fields, remarks }), drafts, context);
    }
  }
  return read;
}

const isBlank = (row: Row, index: number): boolean => {
  const cell = row.cells[index];
  return cell === undefined || (cell.text === '' && cell.defect === null);
};

/** Example rows, notes under a table, and headers printed again on the next page. */
function isPassedOver(row: Row, header: Header): boolean {
  const first = row.cells.find((cell) => cell.text !== '');
  if (!first) return false;
  if (nameKey(first.text).startsWith(nameKey(EXAMPLE_MARK))) return true;
  const texts = new Set(row.cells.map((cell) => cell.text).filter((text) => text !== ''));
  if (texts.size === 1 && NOTE_ROW.test(first.text)) return true;
  return texts.size > 1 && header.row.cells.every((cell, i) => titleKey(cell.text) === titleKey(row.cells[i]?.text ?? ''));
}

/** Titles the user must have, for messages. */
function requiredTitles(spec: SheetSpec): string[] {
  return Object.values(spec.fields)
    .filter((field) => field.required)
    .map((field) => `“${field.title}”`);
}
