import type { MingchaError } from '../../../core/error.ts';
import { unzip, type ZipPart } from '../../../core/unzip.ts';
import { fold } from '../words/fold.ts';
import { BROKEN, contentOf, UNLOCK } from './content.ts';
import { parseCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_UNPACKED_BYTES, MAX_ZIP_PARTS } from './limits.ts';
import { READABLE, refuseFile } from './refuse.ts';
import { EMPTY_CELL, type Sheet } from './sheet.ts';
import { openOldSpreadsheet, openSpreadsheet, SheetLost, SheetTooBig, spreadsheetSheets } from './spreadsheet.ts';
import { hasXlsPassword } from './xls-password.ts';

/**
 * Cells of a .xlsx, .xls, .ods or .csv with the exact coordinates the user sees: merged ranges spread,
 * formulas by their saved values, dates as calendar dates, originals kept for messages.
 * Throws MingchaError 'bad-input' for what is no readable table.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): Sheet[] {
  const content = contentOf(bytes, fileName);
  if (content === 'json') throw refuseFile(fileName, '是 JSON，不是表格', READABLE);
  const sheets = content === 'text' ? [readCsv(bytes, fileName)] : readBook(bytes, fileName, content);
  if (sheets.length > MAX_SHEETS)
    throw refuseFile(fileName, `有 ${sheets.length} 张工作表，超过 ${MAX_SHEETS} 张的上限`, '请只留下要导入的工作表。');
  if (sheets.every((sheet) => sheet.rows.length === 0))
    throw refuseFile(fileName, '里没有任何内容', '请确认选对了文件，并保存过填写的内容。');
  return sheets;
}

function readBook(bytes: Uint8Array, fileName: string, content: 'xlsx' | 'ods' | 'xls'): Sheet[] {
  const parts = content === 'xls' ? null : unzip(bytes, { bytes: MAX_UNPACKED_BYTES, parts: MAX_ZIP_PARTS });
  const trouble = parts === null ? (hasXlsPassword(bytes) ? 'password' : null) : typeof parts === 'string' ? parts : null;
  if (trouble === 'password') throw refuseFile(fileName, '设了打开密码，无法读取', UNLOCK);
  if (trouble === 'broken') throw refuseFile(fileName, ...BROKEN);
  if (trouble !== null) {
    throw refuseFile(
      fileName,
      `解压后超过 ${MAX_UNPACKED_BYTES / 1_048_576} MB 或内部文件过多，已停止读取`,
      '请把要导入的内容复制到新的工作簿里再导入。',
    );
  }
  const book = open(() => (parts === null ? openOldSpreadsheet(bytes) : openSpreadsheet(parts as ZipPart[])), fileName);
  try {
    return spreadsheetSheets(book);
  } catch (error) {
    throw error instanceof SheetTooBig ? tooBig(fileName, error.sheet, error.what) : error;
  }
}

function open(work: () => ReturnType<typeof openSpreadsheet>, fileName: string): ReturnType<typeof openSpreadsheet> {
  try {
    return work();
  } catch (error) {
    const what = error instanceof SheetLost ? `的工作表“${error.sheets.join('”“')}”已损坏，读不出内容` : '已损坏，读不出内容';
    throw refuseFile(fileName, what, '请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。', { cause: error });
  }
}

function tooBig(fileName: string, sheet: string, what: 'rows' | 'columns'): MingchaError {
  return what === 'rows'
    ? refuseFile(fileName, `的工作表“${sheet}”超过 ${MAX_ROWS} 行的上限`, '请拆成几个文件分次导入。')
    : refuseFile(fileName, `的工作表“${sheet}”超过 ${MAX_COLUMNS} 列的上限`, '请删去多余的列再导入。');
}

function readCsv(bytes: Uint8Array, fileName: string): Sheet {
  const decoded = decodeText(bytes);
  if (!decoded) throw refuseFile(fileName, '的文字编码读不出来', '请用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入。');
  const records = parseCsv(decoded.text);
  if ('openQuoteAt' in records) {
    throw refuseFile(
      fileName,
      `第 ${records.openQuoteAt} 行的双引号没有成对`,
      '请补上缺少的双引号，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。',
      { row: records.openQuoteAt },
    );
  }
  const name = (fileName.split(/[\\/]/).pop() ?? fileName).replace(/\.[^.]*$/, '');
  if (records.length > MAX_ROWS) throw tooBig(fileName, name, 'rows');
  if (records.some((record) => record.values.length > MAX_COLUMNS)) throw tooBig(fileName, name, 'columns');
  const rows = records
    .map(({ number, values }) => ({ number, cells: values.map((shown) => ({ ...EMPTY_CELL, shown: shown.trim(), text: fold(shown) })) }))
    .filter((row) => row.cells.some((cell) => cell.text !== ''));
  return { name, rows, epoch: 1900 };
}
