import { MAX_FILE_BYTES } from './limits.ts';
import { READABLE, refuseFile } from './refuse.ts';
import { type Content, sniff } from './sniff.ts';

const SAVE_AS = '请用 Excel 或 WPS 打开后，“另存为” .xlsx 再导入。';
export const UNLOCK = '请用 Excel 或 WPS 打开，去掉打开密码后另存，再导入。';

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
  'other-zip': ['是压缩包', '请先解压，再导入里面的表格。'],
  'other-office': ['不是 Excel 工作簿', READABLE],
  'broken-office': ['已损坏，打不开', SAVE_AS],
  pdf: ['是 PDF，不是表格', '请把表格填到导入模板（.xlsx）里再导入。'],
  picture: ['是图片，不是表格', '请把表格填到导入模板（.xlsx）里再导入。'],
  archive: ['是压缩包', '请先解压，再导入里面的表格。'],
  html: ['其实是网页（HTML），只是用了表格的扩展名', SAVE_AS],
  xml: ['其实是 XML 文件，不是 Excel 工作簿', SAVE_AS],
};

/** Extensions that promise a zipped workbook. */
const ZIPPED: readonly string[] = ['xlsx', 'xlsm', 'ods', 'et'];
export const BROKEN = [
  '已损坏，打不开（可能没有下载或复制完整）',
  '请重新取得文件；能用 Excel 或 WPS 打开的，打开后另存为 .xlsx 再导入。',
] as const;

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
  const extension = extensionOf(fileName);
  if (content === 'other-zip' && ZIPPED.includes(extension)) throw refuseFile(fileName, ...BROKEN);
  const refused = REFUSED[content];
  if (refused) throw refuseFile(fileName, ...refused);
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
