import * as XLSX from '@e965/xlsx';
import type { Allowance } from '../allowance.ts';
import { type Content, ReadingFault, type Table } from '../reading.ts';
import { TextLines } from '../text-lines.ts';
import { type Archive, wholeMember } from '../zip/open-archive.ts';

/** Parts the library asks for in vain without harm: pictures, drawings, macros, caches. All others it wants to find. */
const UNWANTED =
  /(?:^|\/)(?:media|drawings|embeddings|printerSettings|pivotCache|pivotTables|charts|activeX|ctrlProps)\/|vbaProject|calcChain/i;
const WANTED = /\.(?:xml|rels|bin)$/i;
const OPTIONS = { dense: true, cellHTML: false, cellFormula: false, cellNF: false, bookVBA: false } as const;

interface Library {
  parse_zip(container: unknown, options: object): XLSX.WorkBook;
}

/** Sheets of a .xlsx. Only its own parts are unpacked, by us and within limits; the library is handed what came out. */
export async function readWorkbook(archive: Archive, allowance: Allowance): Promise<Content> {
  const container = XLSX.CFB.utils.cfb_new();
  let room = allowance.limits.sheetBytes;
  for (const member of archive.members) {
    if (!WANTED.test(member.name) || UNWANTED.test(member.name)) continue;
    const bytes = await wholeMember(member, room, allowance);
    room -= bytes.length;
    XLSX.CFB.utils.cfb_add(container, `/${member.name}`, bytes);
  }
  return contentOf((XLSX as unknown as Library).parse_zip(container, optionsOf(allowance)), allowance);
}

/** Sheets of a workbook in one piece: .xls, .et. */
export function readSheetBytes(bytes: Uint8Array, allowance: Allowance): Content {
  if (bytes.length > allowance.limits.sheetBytes) throw new ReadingFault('too-large');
  return contentOf(XLSX.read(bytes, { ...optionsOf(allowance), type: 'array' }), allowance);
}

/** A sheet with more rows than cells are allowed is cut by the library while it reads. */
const optionsOf = ({ limits }: Allowance) => ({ ...OPTIONS, sheetRows: limits.cells });

function contentOf(book: XLSX.WorkBook, allowance: Allowance): Content {
  const lines = new TextLines(allowance);
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet) addSheet(sheet, lines, allowance);
    if (!allowance.goOn()) break;
  }
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks, pages: book.SheetNames.length };
}

/** More columns than any form has; stray formats reach to column 16,384. */
const MAX_COLUMNS = 512;

function addSheet(sheet: XLSX.WorkSheet, lines: TextLines, allowance: Allowance): void {
  const rows: Table = [];
  for (const cells of (sheet['!data'] ?? []) as (XLSX.CellObject | undefined)[][]) {
    const row = shownCells(cells ?? []);
    if (!allowance.cells(row.length + 1)) break;
    rows.push(row);
    lines.addRow(row);
  }
  fillMerged(rows, sheet['!merges'] ?? []);
  const kept = rows.filter((row) => row.some((cell) => cell !== ''));
  lines.addTable(kept);
}

function shownCells(cells: readonly (XLSX.CellObject | undefined)[]): string[] {
  const row: string[] = [];
  for (const [column, cell] of cells.slice(0, MAX_COLUMNS).entries()) {
    const value = cell?.w ?? cell?.v;
    if (value === undefined || value === null || value === '') continue;
    while (row.length < column) row.push('');
    row.push(String(value));
  }
  return row;
}

/** The value of merged cells in each cell they cover, as far as the sheet has rows. */
function fillMerged(rows: Table, merges: readonly XLSX.Range[]): void {
  let room = 100_000;
  for (const { s, e } of merges) {
    const value = rows[s.r]?.[s.c] ?? '';
    if (value === '') continue;
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r++) {
      const row = rows[r] as string[];
      for (let c = s.c; c <= Math.min(e.c, MAX_COLUMNS); c++) {
        if (--room < 0) return;
        while (row.length < c) row.push('');
        row[c] = value;
      }
    }
  }
}
