/** Encoding into GBK, which the platform only decodes: two-byte letters by what their bytes decode to. */
let table: Map<string, number> | undefined;

function pairs(): Map<string, number> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  table = new Map();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(high, low));
      if (letter.length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, (high << 8) | low);
    }
  }
  return table;
}

/** The bytes of a text in GBK, or null when a letter is not in it. */
export function encodeGbk(text: string): number[] | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else {
      const pair = pairs().get(letter);
      if (pair === undefined) return null;
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return bytes;
}

export const decodeGbk = (bytes: readonly number[]): string => new TextDecoder('gbk').decode(Uint8Array.from(bytes));
