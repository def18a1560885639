import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { MingchaError } from '../../core/error.ts';
import { editZip } from '../zip-edit.ts';
import { type TagReader, tagReader } from './tags.ts';
import { templateErrors } from './template-errors.ts';

const MB = 1_048_576;
/** Packed; an office's form is some tens of kB, with its seal and pictures a few MB. */
const MOST_BYTES = 20 * MB;
/** All parts of text unpacked, against files that swell. */
const MOST_UNPACKED = 48 * MB;
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
  requireDocx(bytes, name);
  const tags = tagReader();
  try {
    const options = { paragraphLoop: true, linebreaks: true, stripInvalidXMLChars: true, errorLogging: false, modules: [tags] };
    return { fill: new Docxtemplater(new PizZip(bytes), options), tags };
  } catch (error) {
    throw templateErrors(error, name);
  }
}

function requireDocx(bytes: Uint8Array, name: string): void {
  const bad = (what: string, next: string, cause?: unknown): MingchaError =>
    new MingchaError('bad-input', `模板“${name}”${what}。`, next, { cause });
  if (bytes.length > MOST_BYTES) throw bad(`超过 ${MOST_BYTES / MB} MB`, '请删去模板中的大图片后重试。');
  if (OLD_FORMAT.equals(bytes.subarray(0, OLD_FORMAT.length)))
    throw bad('是旧的 .doc 或设了打开密码', '请用 Word 或 WPS 去掉密码，另存为 .docx 后重试。');
  const types = contentTypes(bytes, (cause) => bad('不是完好的 .docx', '请用 Word 或 WPS 打开，另存为 .docx 后重试。', cause));
  if (types === null) throw bad(`解开后超过 ${MOST_UNPACKED / MB} MB`, '请只保留模板本身的内容后重试。');
  if (types.includes('macroEnabled') || types.includes('vbaProject'))
    throw bad('带有宏（.docm）', '请另存为不带宏的 Word 文档（.docx）后重试。');
  if (!types.includes(DOCUMENT_TYPE)) throw bad('不是 Word 文档', '请用 Word 或 WPS 另存为 .docx（不是 .dotx、.xlsx）后重试。');
}

/** What the file says its parts are, every part of text unpacked once: sizes a zip states of itself may be wrong. null: too large. */
function contentTypes(bytes: Uint8Array, broken: (cause: unknown) => MingchaError): string | null {
  try {
    const zip = editZip(bytes);
    let total = 0;
    for (const part of Object.keys(new PizZip(bytes).files).filter((one) => /\.(xml|rels)$/.test(one))) {
      total += zip.read(part)?.length ?? 0;
      if (total > MOST_UNPACKED) return null;
    }
    return zip.read(TYPES)?.toString('utf8') ?? '';
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw broken(cause);
  }
}
