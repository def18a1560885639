import { type CellStyle, writeXlsx } from 'hucre/xlsx';

/** One sheet of an exported list. `notes` stand above the table: what it is, cut-off, rule version. */
export interface ListSheet {
  name: string;
  notes: readonly string[];
  head: readonly string[];
  widths: readonly number[];
  rows: readonly (readonly (string | number | null)[])[];
}

const HEAD: CellStyle = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6F1' } } };
const TITLE: CellStyle = { font: { bold: true, size: 14 } };

/** Lists as a workbook. Words are written as words: a cell that begins like a formula is none. */
export async function listWorkbook(sheets: readonly ListSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, notes, head, widths, rows }) => ({
      name,
      columns: widths.map((width) => ({ width })),
      rows: [...notes.map((note) => [note]), [...head], ...rows.map((row) => [...row])],
      cells: new Map<string, { style: CellStyle }>([
        ['0,0', { style: TITLE }],
        ...head.map((_title, i): [string, { style: CellStyle }] => [`${notes.length},${i}`, { style: HEAD }]),
      ]),
      freezePane: { rows: notes.length + 1 },
    })),
  });
}
