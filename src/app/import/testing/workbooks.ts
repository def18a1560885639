import XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';

/** A cell for a test workbook: a value, or a SheetJS cell for formulas, formats and errors. */
export type TestCell = string | number | boolean | null | XLSX.CellObject;
export type TestSheets = Readonly<Record<string, readonly (readonly TestCell[])[]>>;

/** A workbook made in memory; `merges` as A1:B2 by sheet. */
export function workbook(
  sheets: TestSheets,
  options: { type?: 'xlsx' | 'biff8' | 'ods'; merges?: Record<string, string[]>; date1904?: boolean } = {},
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][]);
    sheet['!merges'] = (options.merges?.[name] ?? []).map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  if (options.date1904) book.Workbook = { WBProps: { date1904: true } };
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: options.type ?? 'xlsx' }) as Buffer);
}

/** A csv file in an encoding; `bom` puts its mark in front. */
export function csv(text: string, encoding = 'utf-8', bom = false): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: bom }));
}

/** A date cell as Excel keeps it. */
export const dateCell = (serial: number): XLSX.CellObject => ({ t: 'n', v: serial, z: 'yyyy-mm-dd' });
