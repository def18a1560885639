import { isUtf8 } from 'node:buffer';
import { unzip } from '../../../core/unzip.ts';
import { decodeHtml } from '../../../extract/index.ts';
import { MAX_FILE_BYTES, MAX_UNPACKED_BYTES, MAX_ZIP_PARTS } from '../workbook/limits.ts';
import { refuseFile } from '../workbook/refuse.ts';
import { pageOfMhtml } from './mhtml.ts';

/** One saved page: the bytes as they are kept, and the text that is read. */
export interface PageFile {
  /** Name of the file, inside an archive with its folders. */
  name: string;
  bytes: Uint8Array;
  html: string;
  /** Where it was saved from, when the format says so. */
  url: string | null;
}

const PAGE = /\.(html?|mht|mhtml)$/i;
/** What a browser saves beside a page: its frames and parts, which are pages to no reader. */
const BESIDE = /(?:^|\/)(?:[^/]*(?:_files|\.files)|__MACOSX)\//i;
const NEXT = '请把保存的网页（.html、.mhtml）或装有它们的 .zip 导入。';

/** Whether a file is taken for saved pages by its name. */
export const isPageFile = (fileName: string): boolean => PAGE.test(fileName) || /\.zip$/i.test(fileName);

/** The saved pages of a file. @throws bad-input for what cannot be unpacked, or holds no page. */
export async function unpackPages(bytes: Uint8Array, fileName: string): Promise<PageFile[]> {
  if (bytes.length > MAX_FILE_BYTES) throw refuseFile(fileName, `超过 ${MAX_FILE_BYTES / 1_048_576} MB 的上限`, '请拆成几个文件分次导入。');
  if (!/\.zip$/i.test(fileName)) return [pageFile(fileName, bytes)];
  const parts = unzip(bytes, { bytes: MAX_UNPACKED_BYTES, parts: MAX_ZIP_PARTS });
  if (parts === 'password') throw refuseFile(fileName, '设了打开密码，无法读取', '请去掉密码重新压缩后再导入。');
  if (parts === 'broken') throw refuseFile(fileName, '已损坏，打不开', '请重新压缩后再导入。');
  if (typeof parts === 'string') throw refuseFile(fileName, '解压后过大或文件过多，已停止读取', '请拆成几个压缩包分次导入。');
  const pages = parts.flatMap(({ name, bytes: page }) => pageOfPart(nameOf(name).replaceAll('\\', '/'), page));
  if (pages.length === 0) throw refuseFile(fileName, '里没有保存的网页', NEXT);
  return pages;
}

const pageOfPart = (name: string, bytes: Uint8Array): PageFile[] => (PAGE.test(name) && !BESIDE.test(name) ? [pageFile(name, bytes)] : []);

function pageFile(name: string, bytes: Uint8Array): PageFile {
  if (!/\.mht(ml)?$/i.test(name)) return { name, bytes, html: decodeHtml(bytes).text, url: null };
  const page = pageOfMhtml(bytes);
  if (page === null) throw refuseFile(name, '里没有网页', NEXT);
  return { name, bytes, html: decodeHtml(page.bytes, page.contentType).text, url: page.url };
}

/** Windows in China writes names in GBK and does not say so. */
const nameOf = (raw: Uint8Array): string => new TextDecoder(isUtf8(raw) ? 'utf-8' : 'gb18030').decode(raw);
