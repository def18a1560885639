import type { CalendarDate } from '../../../core/date.ts';
import { parsePeriod } from '../../../core/period.ts';
import type { Remarks } from '../remarks.ts';
import { nearest } from '../settle/near-names.ts';
import { nameKey } from '../words/fold.ts';
import { periodInTitle } from '../words/period-words.ts';
import type { Row, Sheet } from '../workbook/sheet.ts';
import { EXPLANATION_SHEET, SHEET_SPECS } from './catalogue.ts';
import { choiceFor, type SheetChoices } from './choices.ts';
import { type Drafts, emptyDrafts } from './draft.ts';
import { findHeader } from './header.ts';
import { PROBLEM_SHEET } from './problem-sheet.ts';
import { recognise } from './recognise.ts';
import { classOfRow } from './row-class.ts';
import { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';
import type { Header } from './table.ts';
import { type ClassedRow, checkTotals } from './totals.ts';

/** What became of one sheet. */
export interface ReadSheet {
  sheet: Sheet;
  /** Null: not taken in. */
  spec: SheetSpec | null;
  header: Header | null;
  /** A person said so: now, or of a table with the same head before. */
  by: 'recognised' | 'chosen' | 'remembered';
  /** Rows below the head, each with what it is; empty where nothing was read. */
  rows: readonly ClassedRow[];
}

/** Reads every sheet into drafts and says what each was taken for; faults and warnings go to `remarks`. `today` is the day of the import. */
export function readSheets(
  sheets: readonly Sheet[],
  today: CalendarDate,
  remarks: Remarks,
  choices: SheetChoices = { chosen: {}, remembered: new Map(), problemsToo: false },
): { drafts: Drafts; read: ReadSheet[] } {
  const drafts = emptyDrafts();
  const filled = sheets.filter((sheet) => sheet.rows.length > 0 && nameKey(sheet.name) !== EXPLANATION_SHEET);
  const known = filled.map((sheet) => {
    const choice = choiceFor(sheet, choices);
    return choice ? { sheet, ...choice, candidates: [] } : { sheet, by: 'recognised' as const, ...recognise(sheet) };
  });
  const titles = SHEET_SPECS.map((spec) => `“${spec.title}”`).join('、');
  const read: ReadSheet[] = [];
  for (const { sheet, by, ...found } of known) {
    if (found.spec !== null) {
      const rows = readSheet(sheet, found.spec, found.header, drafts, today, remarks);
      read.push({ sheet, spec: found.spec, header: found.header, by, rows });
      if (choices.problemsToo && found.spec.id !== 'problem') readProblemsToo(sheet, rows, drafts, today, remarks);
      continue;
    }
    read.push({ sheet, spec: null, header: null, by, rows: [] });
    if (by !== 'recognised') continue;
    if (found.candidates.length > 1) {
      const names = found.candidates.map((spec) => `“${spec.title}”`).join('、');
      remarks.fault({ sheet: sheet.name, message: `看不出是哪张表，表头同时像${names}，请把工作表改名为其中之一` });
    } else if (known.some((other) => other.spec !== null)) {
      remarks.warn(`工作表“${sheet.name}”不是可导入的表，没有导入。可导入的表：${titles}。`);
    } else {
      remarks.fault({ sheet: sheet.name, message: `看不出是哪张表：工作表应命名为${titles}之一，首行写列名（可用导入模板）` });
    }
  }
  if (filled.length === 0) remarks.fault({ message: '只有填写说明，没有填写任何内容' });
  return { drafts, read };
}

function readSheet(
  sheet: Sheet,
  spec: SheetSpec,
  header: Header | null,
  drafts: Drafts,
  today: CalendarDate,
  remarks: Remarks,
): ClassedRow[] {
  if (!header) {
    const required = requiredTitles(spec)
      .map((title) => `“${title}”${otherWords(spec, title, 3)}`)
      .join('、');
    remarks.fault({ sheet: sheet.name, message: `没有找到表头，表头应有：${required}` });
    return [];
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
      message: `缺少“${title}”列${near ? `，“${near}”列是否应为“${title}”` : ''}${otherWords(spec, title)}`,
    });
  }
  for (const title of header.doubled)
    remarks.fault({ sheet: sheet.name, row: header.row.number, field: title, message: `表头里有两列都是“${title}”，应只留一列` });
  if (header.unknown.length > 0) {
    const list = header.unknown.map((u) => `${u.letter} 列“${u.title}”`).join('、');
    remarks.warn(`工作表“${sheet.name}”的${list}不在模板里，没有导入。`);
  }
  const rows = sheet.rows.filter((row) => row.number > header.row.number).map((row): ClassedRow => ({ row, is: classOfRow(row, header) }));
  if (header.missing.length > 0 || header.doubled.length > 0) return rows;
  if (readRows(sheet, spec, header, rows, drafts, today, remarks) === 0) remarks.warn(`工作表“${sheet.name}”只有表头，没有内容。`);
  sayLeftOut(sheet, rows, remarks);
  return rows;
}

/** The problems that a notice prints beside its accounts and sites, in the same table. */
function readProblemsToo(sheet: Sheet, rows: readonly ClassedRow[], drafts: Drafts, today: CalendarDate, remarks: Remarks): void {
  const header = findHeader(sheet, PROBLEM_SHEET);
  if (header === null || header.missing.length > 0 || header.doubled.length > 0) return;
  readRows(sheet, PROBLEM_SHEET, header, rows, drafts, today, remarks);
}

/** Reads every filled row of every table of the sheet; answers how many there were. */
function readRows(
  sheet: Sheet,
  spec: SheetSpec,
  header: Header,
  rows: readonly ClassedRow[],
  drafts: Drafts,
  today: CalendarDate,
  remarks: Remarks,
): number {
  const above = sheet.rows.filter((row) => row.number < (header.rows[0] as Row).number);
  const title = [...above.map((row) => [...new Set(row.cells.map((cell) => cell.text))].join(' ')), sheet.title ?? ''].join(' ');
  let read = 0;
  for (const block of header.blocks) {
    const context = { title, today, until: lastDayOf(title, today), remarks, block };
    const lacking = spec.lacks?.(context);
    if (lacking) {
      remarks.fault({ sheet: sheet.name, row: header.row.number, ...lacking });
      return 1;
    }
    const columns = [...block.fields.values(), ...block.wide.map((wide) => wide.index)];
    for (const { row, is } of rows) {
      if (is !== 'data' || columns.every((index) => isBlank(row, index))) continue;
      read++;
      spec.read(new RowReader({ sheet, header, block, row, fields: spec.fields, remarks }), drafts, context);
    }
  }
  checkTotals(sheet, spec, header, rows, remarks);
  return read;
}

/** What was not taken as a record is said, so that nobody has to wonder where a row went. */
function sayLeftOut(sheet: Sheet, rows: readonly ClassedRow[], remarks: Remarks): void {
  const numbers = (classes: readonly ClassedRow['is'][]): string =>
    rows
      .filter(({ is }) => classes.includes(is))
      .map(({ row }) => row.number)
      .join('、');
  const [sums, sections] = [numbers(['total', 'subtotal']), numbers(['section'])];
  if (sums) remarks.warn(`“${sheet.name}”第 ${sums} 行是合计、小计行，只用来核对，没有导入。`);
  if (sections) remarks.warn(`“${sheet.name}”第 ${sections} 行是表内的分组标题，没有导入。`);
}

/** The last day of the period a title names, or today. */
function lastDayOf(title: string, today: CalendarDate): CalendarDate {
  const period = periodInTitle(title);
  const to = period === null ? today : parsePeriod(period).to;
  return to < today ? to : today;
}

const isBlank = (row: Row, index: number): boolean => {
  const cell = row.cells[index];
  return cell === undefined || (cell.text === '' && cell.defect === null);
};

/** Titles the user must have. */
const requiredTitles = (spec: SheetSpec): string[] =>
  Object.values(spec.fields)
    .filter((field) => field.required)
    .map(({ title }) => title);

/** What a column may be headed with besides its own title. */
function otherWords(spec: SheetSpec, title: string, most = 8): string {
  const words = Object.values(spec.fields).find((field) => field.title === title)?.synonyms ?? [];
  return words.length === 0 ? '' : `（也可写作${words.slice(0, most).join('、')}${words.length > most ? '等' : ''}）`;
}
