import type { Block } from '../../../core/block.ts';
import type { ReadingOutcome } from '../../../evidence/attachment.ts';
import { Allowance } from '../../../extract/attachment/allowance.ts';
import { READING_LIMITS } from '../../../extract/attachment/limits.ts';
import { pageBlocks } from '../../../extract/document/page-document.ts';
import { type DocumentReading, readDocument } from '../../../extract/document/read-document.ts';
import { textBlocks } from '../../../extract/document/text-document.ts';
import { decodeHtml } from '../../../extract/index.ts';
import { cleanBlocks, repairSentences } from '../../clean-document.ts';
import type { Remarks } from '../remarks.ts';
import { readSeedJson } from '../seed/read-seed-json.ts';
import type { SeedNotice } from '../seed/schema.ts';
import { recognise } from '../sheets/recognise.ts';
import { contentOf } from '../workbook/content.ts';
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from '../workbook/limits.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import { refuseFile } from '../workbook/refuse.ts';
import type { Sheet } from '../workbook/sheet.ts';
import { sniff } from '../workbook/sniff.ts';
import { documentSheets } from './document-sheets.ts';

/** What a file brings: data of a notice, or tables; `blocks` where it is a document with text around them. */
export interface Source {
  notice: SeedNotice | null;
  sheets: readonly Sheet[];
  blocks: readonly Block[] | null;
}

const DOCUMENT_ENDINGS = /\.(docx?|wps|odt|rtf|pdf|ofd|html?|mht|md|txt)$/i;

/** Reads whatever an office has its tables in. @throws bad-input when nothing in it can be imported. */
export async function readSource(bytes: Uint8Array, fileName: string, remarks: Remarks): Promise<Source> {
  if (isDocument(bytes, fileName)) return readDocumentSource(bytes, fileName, remarks);
  if (contentOf(bytes, fileName) === 'json') return { notice: readSeedJson(bytes, fileName), sheets: [], blocks: null };
  return { notice: null, sheets: readWorkbook(bytes, fileName), blocks: null };
}

function isDocument(bytes: Uint8Array, fileName: string): boolean {
  if (bytes.length === 0 || bytes.length > MAX_FILE_BYTES) return false;
  const content = sniff(bytes);
  // Systems export pages under the ending of a workbook; any other disagreement of name and content is a mistake.
  if (content === 'html') return true;
  if (content === 'word' || content === 'pdf') return DOCUMENT_ENDINGS.test(fileName);
  return content === 'text' && DOCUMENT_ENDINGS.test(fileName) && !isCommaText(bytes, fileName);
}

/** A .txt with commas in its first line is a table that somebody exported. */
function isCommaText(bytes: Uint8Array, fileName: string): boolean {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1').split(/\r?\n/)[0] ?? '';
  return /\.txt$/i.test(fileName) && head.split(',').length >= 3;
}

/** Whether a web page is read for its tables (a notice, a list), not for posts of an account that somebody saved. */
export async function holdsTables(bytes: Uint8Array, fileName: string): Promise<boolean> {
  if (sniff(bytes) !== 'html') return false;
  return documentSheets((await readDocument(bytes, fileName)).blocks).some((sheet) => recognise(sheet).spec !== null);
}

const UNREADABLE: Partial<Record<ReadingOutcome, readonly [string, string]>> = {
  encrypted: ['设了打开密码，无法读取', '请去掉打开密码后另存，再导入。'],
  'no-text': ['里没有文字，可能是扫描件或图片', '请用文字识别（OCR）转成 Word 或表格，核对后再导入。'],
  empty: ['是空文件，没有任何内容', '请确认选对了文件，或重新导出一次。'],
  unsupported: ['的格式不能读取', '请用 Word 或 WPS 打开后另存为 .docx 再导入。'],
  'too-large': ['太大，没有读完', '请拆成几个文件分次导入。'],
};
const DAMAGED = ['已损坏，读不出内容', '请用 Word 或 WPS 打开后另存为 .docx 再导入。'] as const;

async function readDocumentSource(bytes: Uint8Array, fileName: string, remarks: Remarks): Promise<Source> {
  const reading = await readDocument(bytes, fileName);
  if (reading.outcome !== 'read' && reading.outcome !== 'not-what-it-says')
    throw refuseFile(fileName, ...(UNREADABLE[reading.outcome] ?? DAMAGED));
  if (reading.truncated) throw refuseFile(fileName, '太大，没有读完', '请拆成几个文件分次导入。');
  const { blocks, repairs } = cleanBlocks(plainBlocks(bytes, reading) ?? reading.blocks);
  for (const sentence of repairSentences(repairs)) remarks.warn(`读入前${sentence}`, `“${fileName}”`);
  const sheets = documentSheets(blocks);
  const big = sheets.find(({ rows }) => rows.length > MAX_ROWS || rows.some((row) => row.cells.length > MAX_COLUMNS));
  if (big) throw refuseFile(fileName, `的“${big.name}”超过 ${MAX_ROWS} 行或 ${MAX_COLUMNS} 列的上限`, '请拆成几个文件分次导入。');
  if (sheets.length === 0)
    throw refuseFile(fileName, '里没有找到表格', '请确认选对了文件；也可以在 Word、WPS 或网页里选中表格，复制后粘贴到导入页。');
  return { notice: null, sheets, blocks };
}

/**
 * Text and pages with their lines as they stand, or null where the reader's own tables will do: which lines are cells is for
 * a person to confirm here, so tables that were guessed from them are guessed anew with all that lies between.
 */
function plainBlocks(bytes: Uint8Array, { type, blocks }: DocumentReading): Block[] | null {
  if (type !== 'txt' && type !== 'html') return null;
  const { text } = decodeHtml(bytes, null);
  const plain = type === 'txt' ? textBlocks(text) : pageBlocks(text, new Allowance(READING_LIMITS, () => true));
  if (documentSheets(plain).length > 0) return plain;
  return blocks.map((block) => (block.kind === 'table' ? { ...block, doubt: 'flattened' } : block));
}
