import { isUtf8 } from 'node:buffer';
import type { AttachmentType } from '../../evidence/attachment.ts';

/** Containers, of which only what is inside tells the type, and plain types. */
export type Sniffed = AttachmentType | 'compound' | 'word-xml' | 'sheet-xml';

const MAGIC: readonly (readonly [string, Sniffed])[] = [
  ['d0cf11e0a1b11ae1', 'compound'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', '7z'],
  ['7b5c727466', 'rtf'],
  ['ffd8ff', 'jpg'],
  ['89504e470d0a1a0a', 'png'],
  ['474946383', 'gif'],
  ['49492a00', 'tif'],
  ['4d4d002a', 'tif'],
];
/** Readers of PDF look for its mark in the first 1,024 bytes; some systems put a page head or blank lines before it. */
const PDF_WITHIN = 1_024;
const HEAD = 4_096;

/** What bytes are, by themselves. `csv` cannot be told from text by bytes: its name decides. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  const hex = head.toString('hex', 0, 16);
  for (const [magic, type] of MAGIC) if (hex.startsWith(magic)) return type;
  if (head.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'pdf';
  if (hex.startsWith('424d') && head.length > 14 && head.readUInt32LE(6) === 0) return 'bmp';
  return sniffText(head);
}

function sniffText(head: Buffer): Sniffed {
  const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : null;
  if (wide === null && head.includes(0)) return 'other';
  const text = head
    .toString(wide ?? 'latin1')
    .replace(/^\ufeff|^ï»¿/, '')
    .trimStart();
  if (/^<\?xml|^<\?mso-application/i.test(text)) {
    if (/progid\s*=\s*["']Word|<w:wordDocument|office\/word\/2003/i.test(text)) return 'word-xml';
    if (/progid\s*=\s*["']Excel|urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'sheet-xml';
    return /<html[\s>]|<!doctype html/i.test(text) ? 'html' : 'xml';
  }
  if (/^<(?:!doctype html|html|head|body|meta|title|script|style|table|div|p|h\d|center|form|!--)[\s>!-]/i.test(text)) return 'html';
  return isText(head) ? 'txt' : 'other';
}

/** Letters of UTF-8 or GBK and hardly any control marks. */
function isText(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  if (controls > head.length / 100) return false;
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return true; // the head may end within a letter
  const decoded = new TextDecoder('gb18030').decode(head);
  const broken = decoded.split('\ufffd').length - 1;
  const plain = decoded.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u0020-\u007e\s]/g)?.length ?? 0;
  return broken * 50 < decoded.length && plain * 10 > decoded.length * 9;
}
