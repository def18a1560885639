import { isUtf8 } from 'node:buffer';
import { declaredCharset } from './declared-charset.ts';
import { guessChinese } from './guess-chinese.ts';

/** Text of a page with the charset it really is in, and what header or page claimed. */
export interface DecodedHtml {
  text: string;
  /** Real charset: `utf-8`, `gbk` (with gb2312 and gb18030), `big5`, `utf-16le`, `utf-16be`, or a WHATWG label. */
  charset: string;
  /** Claim of the Content-Type header, else of the page; as written, lower case; null when neither claims one. */
  declared: string | null;
}

/** Three-byte sequences of UTF-8 in the range of Chinese letters: by accident a GBK page hardly ever holds one. */
const CHINESE_UTF8 = /[\xe3-\xe9][\x80-\xbf][\x80-\xbf]/;
const HEAD_BYTES = 4096;

/**
 * Decodes a page. Order: byte order mark, then the bytes themselves (UTF-8 proves itself), then header, then meta.
 * Headers and metas are often wrong in this field (a gb2312 claim over UTF-8 bytes after a migration), so a claim
 * counts only where the bytes allow it. Never throws; bytes that fit nothing become U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null = null): DecodedHtml {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const declared = declaredCharset(head, contentType);
  const charset = byteOrderMark(bytes) ?? charsetOf(bytes, head, declared);
  return { text: decodeAs(bytes, charset), charset, declared };
}

function charsetOf(bytes: Uint8Array, head: string, declared: string | null): string {
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  const claim = decoderLabel(declared);
  if (isUtf8(bytes) || isUtf8(withoutCutTail(bytes))) {
    if (claim === null || claim === 'utf-8' || CHINESE_UTF8.test(head) || CHINESE_UTF8.test(latin1(bytes))) return 'utf-8';
    return ambiguous(bytes, claim);
  }
  if ((claim === null || claim === 'utf-8') && mostlyUtf8(bytes)) return 'utf-8';
  if (claim === null || claim === 'utf-8' || claim === 'gb18030' || claim === 'big5' || claim === 'windows-1252') {
    return guessChinese(bytes, claim);
  }
  return claim;
}

/** Two-byte sequences only: valid in UTF-8 and in GBK alike (the word 联通 in GBK is the classic), so the claim decides. */
function ambiguous(bytes: Uint8Array, claim: string): string {
  return claim === 'gb18030' || claim === 'big5' ? guessChinese(bytes, claim) : claim;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as `<` beside a zero byte. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be';
  return null;
}

/** Without a multi-byte letter that the end of a cut-off body tore apart. */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) {
      end = bytes.length - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return bytes.subarray(0, end);
}

/** UTF-8 with a few broken letters (titles cut in mid-letter by the content system) is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 262_144));
  const broken = text.split('\uFFFD').length - 1;
  const whole = text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uff60]/g)?.length ?? 0;
  return whole > broken * 4;
}

function decoderLabel(declared: string | null): string | null {
  if (declared === null) return null;
  if (/^(gb2312|gbk|gb18030|gb_2312-80|x-gbk|cp936|936|chinese|hz-gb-2312|gb)$/.test(declared)) return 'gb18030';
  if (/^(utf-?8|unicode-1-1-utf-8)$/.test(declared)) return 'utf-8';
  if (/^(iso-8859-1|latin-?1|us-ascii|ascii)$/.test(declared)) return 'windows-1252';
  try {
    const label = new TextDecoder(declared).encoding;
    // A page that can state its charset in ASCII is not in UTF-16, whatever it states.
    return label.startsWith('utf-16') ? null : label;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset === 'gbk' ? 'gb18030' : charset).decode(bytes);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
