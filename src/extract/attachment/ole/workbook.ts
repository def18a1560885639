import type { Allowance } from '../allowance.ts';
import { readSheetBytes } from '../office/sheets.ts';
import { type Content, ReadingFault } from '../reading.ts';

/** FilePass: the record that begins an encrypted workbook ([MS-XLS] 2.4.117). */
const FILE_PASS = 0x2f;
/** It stands among the first records, right after the beginning of the file. */
const RECORDS_TRIED = 20;

/** Sheets of a .xls or .et; `workbook` is its stream `Workbook` or, before Excel 97, `Book`. */
export function readBinaryWorkbook(bytes: Uint8Array, workbook: Buffer, allowance: Allowance): Content {
  if (isEncrypted(workbook)) throw new ReadingFault('encrypted');
  return readSheetBytes(bytes, allowance);
}

function isEncrypted(workbook: Buffer): boolean {
  let at = 0;
  for (let i = 0; i < RECORDS_TRIED && at + 4 <= workbook.length; i++) {
    if (workbook.readUInt16LE(at) === FILE_PASS) return true;
    at += 4 + workbook.readUInt16LE(at + 2);
  }
  return false;
}
