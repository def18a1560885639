import XLSX from '@e965/xlsx';
import type { CalendarDate } from '../../../core/date.ts';
import type { ZipPart } from '../../../core/unzip.ts';
import { fold } from '../words/fold.ts';
import { serialDate } from '../words/office-date.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { type Cell, EMPTY_CELL, type Row, type Sheet } from './sheet.ts';

/** Which ceiling a sheet breaks. */
export class SheetTooBig extends Error {
  readonly sheet: string;
  readonly what: 'rows' | 'columns';
  constructor(sheet: string, what: 'rows' | 'columns') {
    super(`${sheet}: too many ${what}`);
    this.sheet = sheet;
    this.what = what;
  }
}

/** Parts that hold cells and what they look like. The rest (pictures, macros, a workbook inside) is no business of ours. */
const READ = /\.(?:xml|rels)$/i;
// One row more than allowed is asked for, so that the ceiling is noticed and not silently kept.
const OPTIONS = { dense: true, cellNF: true, cellDates: false, sheetRows: MAX_ROWS + 1 } as const;

/** A sheet the reader gave up. It goes on without it and says nothing: part of an import would be lost. */
export class SheetLost extends Error {
  readonly sheets: readonly string[];
  constructor(sheets: readonly string[]) {
    super(`unread: ${sheets.join()}`);
    this.sheets = sheets;
  }
}

interface Library {
  parse_zip(container: unknown, options: object): XLSX.WorkBook;
}

/** Opens the parts of a .xlsx or .ods. Throws SheetLost, and whatever the reader throws on a damaged file. */
export function openSpreadsheet(parts: readonly ZipPart[]): XLSX.WorkBook {
  const container = XLSX.CFB.utils.cfb_new();
  for (const { name, bytes } of parts) {
    const path = name.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
    if (READ.test(path)) XLSX.CFB.utils.cfb_add(container, `/${path}`, bytes);
  }
  const book = (XLSX as unknown as Library).parse_zip(container, OPTIONS);
  const lost = book.SheetNames.filter((name) => book.Sheets[name] === undefined);
  if (lost.length > withoutCells(book)) throw new SheetLost(lost);
  return book;
}

/** Sheets that hold no cells to lose: those of charts, old macros and dialogs. */
function withoutCells(book: XLSX.WorkBook): number {
  const {
    charts = [],
    macros = [],
    dialogs = [],
  } = (book as { Directory?: Record<string, readonly string[] | undefined> }).Directory ?? {};
  return charts.length + macros.length + dialogs.length;
}

/** Opens an .xls. Throws whatever the reader throws on a damaged file. */
export const openOldSpreadsheet = (bytes: Uint8Array): XLSX.WorkBook => XLSX.read(Buffer.from(bytes), { ...OPTIONS, type: 'buffer' });

/** Its sheets as plain cells. Throws SheetTooBig. */
export function spreadsheetSheets(book: XLSX.WorkBook): Sheet[] {
  // An .ods holds real dates, which the reader always counts from 1900 whatever the flag says.
  const epoch = book.Workbook?.WBProps?.date1904 && book.bookType !== 'ods' ? 1904 : 1900;
  return book.SheetNames.map((name) => readSheet(name, book.Sheets[name], epoch));
}

function readSheet(name: string, sheet: XLSX.WorkSheet | undefined, epoch: 1900 | 1904): Sheet {
  // Rows and cells nobody touched are holes in the reader's arrays.
  const data = (sheet as { '!data'?: ((XLSX.CellObject | undefined)[] | undefined)[] } | undefined)?.['!data'] ?? [];
  const grid = Array.from(data, (row) => {
    if (row !== undefined && isTooWide(row, epoch)) throw new SheetTooBig(name, 'columns');
    return Array.from(row?.slice(0, MAX_COLUMNS) ?? [], (cell) => (cell ? readCell(cell, epoch) : EMPTY_CELL));
  });
  spreadMerges(grid, sheet?.['!merges'] ?? []);
  const rows: Row[] = [];
  for (const [index, cells] of grid.entries()) {
    const width = cells.findLastIndex((cell) => cell.text !== '' || cell.defect !== null) + 1;
    if (width === 0) continue;
    if (index >= MAX_ROWS) throw new SheetTooBig(name, 'rows');
    rows.push({ number: index + 1, cells: cells.slice(0, width) });
  }
  return { name, rows, epoch };
}

/** Whether anything stands right of the columns that are allowed: asked of the cells there are, as one in the last column makes 16,384. */
function isTooWide(row: readonly (XLSX.CellObject | undefined)[], epoch: 1900 | 1904): boolean {
  if (row.length <= MAX_COLUMNS) return false;
  return Object.entries(row).some(([column, cell]) => {
    if (Number(column) < MAX_COLUMNS || !cell) return false;
    const { text, defect } = readCell(cell, epoch);
    return text !== '' || defect !== null;
  });
}

function readCell(cell: XLSX.CellObject, epoch: 1900 | 1904): Cell {
  if (cell.v === undefined || cell.v === null || cell.t === 'z') {
    return cell.f ? { ...EMPTY_CELL, shown: `=${cell.f}`, defect: 'formula-without-value' } : EMPTY_CELL;
  }
  if (cell.t === 'e') return { ...EMPTY_CELL, shown: cell.w ?? '#N/A', text: cell.w ?? '#N/A', defect: 'formula-error' };
  const date = cell.t === 'n' && XLSX.SSF.is_date(String(cell.z ?? '')) ? serialDate(cell.v as number, epoch) : null;
  const number = cell.t === 'n' ? (cell.v as number) : null;
  const shown = date ?? shownText(cell);
  return { shown, text: fold(shown), number, date, merged: false, defect: null };
}

/** Formats that only group or round; 000000 is not one of them, its zeros are part of the number. */
const PLAIN_FORMAT = /^(General|0|[#0,]*[#.][#0,.]*)$/;

/** Numbers as typed, not as rounded or put in exponents for a narrow column; formatted ones (87.8%) as the user sees them. */
function shownText(cell: XLSX.CellObject): CalendarDate | string {
  if (cell.t === 'b') return cell.v ? '是' : '否';
  if (cell.t === 'n' && PLAIN_FORMAT.test(String(cell.z ?? 'General'))) return String(cell.v);
  return String(cell.t === 'n' ? (cell.w ?? cell.v) : cell.v);
}

/** Repeats the first cell of each merged range over it, inside what the sheet really holds: a merge of a whole column must not make a million rows. */
function spreadMerges(grid: Cell[][], merges: readonly XLSX.Range[]): void {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  // Merges of one sheet do not lie over one another: together they cover no more than there is.
  let room = grid.length * width;
  for (const { s, e } of merges) {
    const master = grid[s.r]?.[s.c];
    if (!master || (master.text === '' && master.defect === null)) continue;
    for (let r = s.r; r <= Math.min(e.r, grid.length - 1); r++) {
      for (let c = s.c; c <= Math.min(e.c, width - 1); c++) {
        if (--room < 0) return;
        if (r === s.r && c === s.c) continue;
        const row = grid[r] as Cell[];
        while (row.length <= c) row.push(EMPTY_CELL);
        row[c] = { ...master, merged: true };
      }
    }
  }
}
