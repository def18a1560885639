import { isWord } from '../wording/two-letter-words.ts';
import { decodeGbk, encodeGbk } from './gbk.ts';
import { isSimplified, simplify } from './scripts.ts';

/** A place where a byte of a GBK page was lost, so that the bytes behind it were paired wrongly. */
export interface LostByte {
  start: number;
  end: number;
  after: string;
  /** More than the one lost byte had to be guessed. */
  doubtful: boolean;
}

/** Row of the Chinese marks (。“” 《》) in GBK: the byte that every one of them begins with, and the one that is lost. */
const MARK_ROW = 0xa1;
const LONGEST = 40;
/** The second byte of 。read as the first of a mark of the next row: ，！：；？ and their half-width copies. */
const SHIFTED_MARK = /[，！,!]/g;
const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', '!': '！' };
const HAN = /[\u4e00-\u9fff]/;
const CLOSED_LATER = /^[^“”。]{1,60}”/;

/**
 * Finds where the first byte of a Chinese mark was lost in a GBK page. Until the pairing falls into step again the text is
 * gibberish: 檢查，F將 was 檢查。現將. Each change is decided by the bytes: with the byte put back they must read as Chinese.
 */
export function findLostBytes(text: string): LostByte[] {
  const found: LostByte[] = [];
  for (const { 0: mark, index } of text.matchAll(SHIFTED_MARK)) {
    if (!HAN.test(text[index - 1] ?? '') || (found.at(-1)?.end ?? 0) > index) continue;
    const lost = repairAt(text, index, FULL_WIDTH[mark] ?? mark);
    if (lost) found.push(lost);
  }
  return found;
}

function repairAt(text: string, start: number, mark: string): LostByte | null {
  const next = text[start + 1] ?? '';
  // 。 + “ lost its first byte: what is left of “ is a byte that pairs with nothing and was dropped. The closing mark proves it.
  if (mark === '！' && /\d/.test(next)) {
    return CLOSED_LATER.test(text.slice(start + 1)) ? { start, end: start + 1, after: '。“', doubtful: false } : null;
  }
  for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++) {
    const last = text[end - 1] as string;
    // The pairing falls into step at a byte below 0x80: a letter or sign that stands where none belongs.
    if (!/[@-~]/.test(last) || last === '|') {
      if (/[\s0-9]/.test(last)) return null;
      continue;
    }
    const bytes = encodeGbk(mark + text.slice(start + 1, end));
    if (!bytes) return null;
    const whole = decodeGbk([MARK_ROW, ...bytes]);
    if (!reads(whole, text.slice(start + 1, end)) || !HAN.test(text[end] ?? '')) {
      const guessed = withLostPair(bytes, text.slice(start + 1, end));
      return guessed === null ? null : { start, end, after: guessed, doubtful: true };
    }
    // One letter is little to go by: it must make a word with the next one.
    return {
      start,
      end,
      after: whole,
      doubtful: whole.length === 2 && !isWord(simplify(whole[1] as string), simplify(text[end] as string)),
    };
  }
  return null;
}

const OPENS = /^[。“”《》〈〉（）、；：！？，〔〕]{1,2}/;

/** Chinese behind its mark, and far more words in it than in what stood there: gibberish makes hardly any. */
function reads(text: string, before: string): boolean {
  const words = text.replace(OPENS, '');
  if (words === text || !/^[\u4e00-\u9fff“”《》、，。]+$/.test(words)) return false;
  const simple = simplify(words);
  return simple.length === 1 || wordShare(simple) >= Math.max(WORDS, 2 * wordShare(simplify(before)));
}

const WORDS = 0.15;

function wordShare(text: string): number {
  let words = 0;
  for (let at = 0; at + 1 < text.length; at++) if (isWord(text[at], text[at + 1])) words++;
  return words / Math.max(1, text.length - 1);
}

/**
 * A pair that is no letter was dropped as well, before the last byte: the pair is sought that ends in a word (B3?? ??5E → 超過) and
 * makes the whole read.
 */
function withLostPair(bytes: readonly number[], before: string): string | null {
  const head = [MARK_ROW, ...bytes.slice(0, -1)];
  const last = bytes.at(-1) as number;
  const candidates: string[] = [];
  for (let one = 0x40; one <= 0xfe; one++) {
    for (let two = 0xa1; two <= 0xfe; two++) {
      const end = decodeGbk([head.at(-1) as number, one, two, last]);
      // The copies that lose bytes are of traditional script: a simplified letter is none of theirs.
      if (end.length !== 2 || end.includes('\ufffd') || isSimplified(end[0] as string) || isSimplified(end[1] as string)) continue;
      const simple = simplify(end);
      // The dropped pair itself must be one that is no letter.
      if (isWord(simple[0], simple[1]) && /[\ufffd\ue000-\uf8ff]/.test(decodeGbk([one, two]))) candidates.push(end);
    }
  }
  const [only] = candidates;
  const whole = decodeGbk(head.slice(0, -1)) + (only ?? '');
  return candidates.length === 1 && reads(whole, before) ? whole : null;
}
