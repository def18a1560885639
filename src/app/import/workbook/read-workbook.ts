import type { MingchaError } from '../../../core/error.ts';
import { fold } from '../words/fold.ts';
import { parseCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS, MAX_SHEETS, MAX_UNPACKED_BYTES } from './limits.ts';
import { READABLE, refuseFile } from './refuse.ts';
import { EMPTY_CELL, type Sheet } from './sheet.ts';
import { type Content, sniff } from './sniff.ts';
import { readSpreadsheet, SheetTooBig } from './spreadsheet.ts';
import { hasXlsPassword } from './xls-password.ts';
import { zipTrouble } from './zip-guard.ts';

const SAVE_AS = '请用 Excel 或 WPS 打开后，“另存为” .xlsx 再导入。';
const UNLOCK = '请用 Excel 或 WPS 打开，去掉打开密码后另存，再导入。';

/** Extensions a content may bear. Another readable one is named in the message, an unreadable content is refused below. */
const EXTENSIONS: Partial<Record<Content, readonly string[]>> = {
  xlsx: ['xlsx', 'xlsm', 'et'],
  ods: ['ods'],
  xls: ['xls', 'et'],
  text: ['csv', 'tsv', 'txt'],
  json: ['json'],
};

/** Why a content is refused, and what would be right. */
const REFUSED: Partial<Record<Content, readonly [string, string]>> = {
  empty: ['是空文件，没有任何内容', '请确认选对了文件，或重新导出一次。'],
  encrypted: ['设了打开密码，无法读取', UNLOCK],
  word: ['是 Word 文档，不是表格', '请把表格复制到导入模板（.xlsx）里再导入。'],
  slides: ['是演示文稿，不是表格', '请把内容填到导入模板（.xlsx）里再导入。'],
  xlsb: ['是 Excel 二进制工作簿（.xlsb），不能读取', SAVE_AS],
  'other-zip': ['是压缩包，或已损坏的工作簿', '压缩包请先解压；工作簿请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。'],
  'other-office': ['不是 Excel 工作簿', READABLE],
  'broken-office': ['已损坏，打不开', SAVE_AS],
  pdf: ['是 PDF，不是表格', '请把表格填到导入模板（.xlsx）里再导入。'],
  picture: ['是图片，不是表格', '请把表格填到导入模板（.xlsx）里再导入。'],
  archive: ['是压缩包', '请先解压，再导入里面的表格。'],
  html: ['其实是网页（HTML），只是用了表格的扩展名', SAVE_AS],
  xml: ['其实是 XML 文件，不是 Excel 工作簿', SAVE_AS],
};

const extensionOf = (fileName: string): string => (/\.([^.\\/]+)$/.exec(fileName)?.[1] ?? '').toLowerCase();

/** Bytes whose name and content agree and can be read; throws MingchaError 'bad-input' that says what would be right. */
export function contentOf(bytes: Uint8Array, fileName: string): 'xlsx' | 'ods' | 'xls' | 'text' | 'json' {
  if (bytes.length > MAX_FILE_BYTES) {
    throw refuseFile(
      fileName,
      `有 ${Math.ceil(bytes.length / 1_048_576)} MB，超过 ${MAX_FILE_BYTES / 1_048_576} MB 的上限`,
      '请删去图片，或拆成几个文件分次导入。',
    );
  }
  const content = sniff(bytes);
  const refused = REFUSED[content];
  if (refused) throw refuseFile(fileName, ...refused);
  const extension = extensionOf(fileName);
  const fitting = EXTENSIONS[content] as readonly string[];
  // A csv may begin with a bracket; only a .json file has to be JSON.
  if (content === 'json' && (EXTENSIONS.text as readonly string[]).includes(extension)) return 'text';
  if (fitting.includes(extension)) return content as 'xlsx' | 'ods' | 'xls' | 'text' | 'json';
  if (content === 'text' && extension === 'json') throw refuseFile(fileName, '不是 JSON', '通报数据应以“{”开头，请确认选对了文件。');
  const known = Object.values(EXTENSIONS).some((list) => list.includes(extension));
  throw known
    ? refuseFile(
        fileName,
        `的扩展名与内容不符：内容是 .${content === 'text' ? 'csv' : content}`,
        `请把扩展名改为 .${content === 'text' ? 'csv' : content}，或用 Excel 或 WPS 打开后另存为 .xlsx 再导入。`,
      )
    : refuseFile(fileName, extension ? `的扩展名 .${extension} 不在可导入之列` : '没有扩展名，看不出是什么文件', READABLE);
}

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
  const trouble = content === 'xls' ? (hasXlsPassword(bytes) ? 'password' : null) : zipTrouble(bytes);
  if (trouble === 'password') throw refuseFile(fileName, '设了打开密码，无法读取', UNLOCK);
  if (trouble === 'broken')
    throw refuseFile(
      fileName,
      '已损坏，打不开（可能没有下载或复制完整）',
      '请重新取得文件；能用 Excel 或 WPS 打开的，打开后另存为 .xlsx 再导入。',
    );
  if (trouble !== null) {
    throw refuseFile(
      fileName,
      `解压后超过 ${MAX_UNPACKED_BYTES / 1_048_576} MB 或内部文件过多，已停止读取`,
      '请把要导入的内容复制到新的工作簿里再导入。',
    );
  }
  try {
    return readSpreadsheet(bytes);
  } catch (error) {
    if (error instanceof SheetTooBig) throw tooBig(fileName, error.sheet, error.what);
    throw refuseFile(fileName, '已损坏，读不出内容', '请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。', error);
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
