import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { MingchaError } from '../../core/error.ts';
import { unzip } from '../../core/unzip.ts';
import { fetchedFromOutside } from './outside.ts';
import { type TagReader, tagReader } from './tags.ts';
import { templateErrors } from './template-errors.ts';

const MB = 1_048_576;
/** Packed; an office's form is some tens of kB, with its seal and pictures a few MB. */
const MOST_BYTES = 20 * MB;
/** All parts unpacked, against files that swell. */
const MOST_UNPACKED = 48 * MB;
const MOST_PARTS = 2_000;
const TYPES = '[Content_Types].xml';
const DOCUMENT_TYPE = 'wordprocessingml.document.main+xml';
const OLD_FORMAT = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A template taken in: ready to be filled once, and what it asks for. */
export interface OpenTemplate {
  fill: Docxtemplater;
  tags: TagReader;
}

/** Takes in an office's .docx. Throws 'bad-input' for any other file, with macros, too large, broken, or with tags that do not fit together. */
export function openTemplate(bytes: Uint8Array, name: string): OpenTemplate {
  const parts = partsOf(bytes, name);
  const tags = tagReader();
  try {
    const options = { paragraphLoop: true, linebreaks: true, stripInvalidXMLChars: true, errorLogging: false, modules: [tags] };
    // Packed anew from what was unpacked: the container may say other things to this library than it did to us.
    const zip = new PizZip();
    for (const [path, part] of parts) zip.file(path, part, { createFolders: false });
    return { fill: new Docxtemplater(zip, options), tags };
  } catch (error) {
    throw templateErrors(error, name);
  }
}

/** Its parts by their paths, once all is as it should be. */
function partsOf(bytes: Uint8Array, name: string): Map<string, Buffer> {
  const bad = (what: string, next: string): MingchaError => new MingchaError('bad-input', `模板“${name}”${what}。`, next);
  if (bytes.length > MOST_BYTES) throw bad(`超过 ${MOST_BYTES / MB} MB`, '请删去模板中的大图片后重试。');
  if (OLD_FORMAT.equals(bytes.subarray(0, OLD_FORMAT.length)))
    throw bad('是旧的 .doc 或设了打开密码', '请用 Word 或 WPS 去掉密码，另存为 .docx 后重试。');
  const unpacked = unzip(bytes, { bytes: MOST_UNPACKED, parts: MOST_PARTS });
  if (unpacked === 'too-big' || unpacked === 'too-many-parts')
    throw bad(`解开后超过 ${MOST_UNPACKED / MB} MB 或内部文件过多`, '请只保留模板本身的内容后重试。');
  if (typeof unpacked === 'string') throw bad('不是完好的 .docx', '请用 Word 或 WPS 打开，另存为 .docx 后重试。');
  const parts = new Map(unpacked.map((part) => [part.name.toString('utf8'), part.bytes]));
  const types = parts.get(TYPES)?.toString('utf8') ?? '';
  if (types.includes('macroEnabled') || types.includes('vbaProject'))
    throw bad('带有宏（.docm）', '请另存为不带宏的 Word 文档（.docx）后重试。');
  if (!types.includes(DOCUMENT_TYPE)) throw bad('不是 Word 文档', '请用 Word 或 WPS 另存为 .docx（不是 .dotx、.xlsx）后重试。');
  const outside = fetchedFromOutside(parts);
  if (outside !== null)
    throw bad(`打开时会从别处取内容（${outside.slice(0, 80)}）`, '请在 Word 或 WPS 中断开链接的模板、图片和域，存为普通内容后重试。');
  return parts;
}
