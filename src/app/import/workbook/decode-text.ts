import iconv from 'iconv-lite';

/** Text of a csv or json file and the encoding it was read in; null when no encoding gives clean text. */
export function decodeText(bytes: Uint8Array): { text: string; charset: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' } | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Of(buffer);
  if (utf16) {
    const text = iconv.decode(buffer, utf16);
    return clean(text) ? { text, charset: utf16 } : null;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return clean(text) ? { text, charset: 'utf-8' } : null;
  } catch {
    // GB18030 is a superset of GBK and GB2312: one decoder for all three.
    const text = iconv.decode(buffer, 'gb18030');
    return clean(text) ? { text, charset: 'gb18030' } : null;
  }
}

/** UTF-16 by its mark, or without one by the zero byte that every ASCII character then carries. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 ? odd++ : even++;
  if (odd > 0 && even === 0) return 'utf-16le';
  return even > 0 && odd === 0 ? 'utf-16be' : null;
}

const clean = (text: string): boolean => !text.includes('\ufffd') && !text.includes('\0');
