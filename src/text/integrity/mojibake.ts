import { decodeGbk, encodeGbk } from './gbk.ts';

/** A stretch of text that was decoded by the wrong table. */
export interface Mojibake {
  start: number;
  end: number;
  /** What the bytes say under the right table; null when they are gone. */
  right: string | null;
  why: string;
}

/** Letters that UTF-8 bytes read as Windows-1252 give: the second and third byte of each Chinese letter come from these. */
const WINDOWS_1252 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const UTF8_AS_LATIN = new RegExp(`(?:[\\u00e3-\\u00e9\\u00ef][\\u0080-\\u00bf${WINDOWS_1252}]{2}){1,}`, 'g');
const GBK_AS_LATIN = /(?:[\u00b0-\u00f7][\u00a1-\u00fe]){2,}/g;
/** What everyday UTF-8 Chinese becomes when it is read as GBK: rare letters, hardly ever two together in real text. */
const UTF8_AS_GBK = /[\u4e00-\u9fff\ue000-\uf8ff€]*[锛銆鐨鍦浜涓鏄鏈鍏鍙鎴闃鏃璁绗瑙鍔鏀搴鍒][\u4e00-\u9fff\ue000-\uf8ff€?]{2,}/g;
const MARKS = /[锛銆鐨鍦浜涓鏄鏈鍏鍙鎴闃鏃璁绗瑙鍔鏀搴鍒]/g;
const FEWEST_MARKS = 2;
const LOST = /(?:锟斤拷|锟|烫烫烫|屯屯屯|�)+/g;

/** Finds text decoded by the wrong table: UTF-8 as GBK (锟斤拷, 涓浗), UTF-8 as Latin (ä¸­), GBK as Latin (ÖÐ¹ú), bytes that are gone (�). */
export function findMojibake(text: string): Mojibake[] {
  if (!/[\u0080-\u2fff\ue000-\uf8ff\ufffd锟銆鐨涓鍏锛烫屯]/.test(text)) return [];
  const found: Mojibake[] = [];
  const take = (pattern: RegExp, rightOf: (run: string) => string | null | undefined, why: string): void => {
    for (const { 0: run, index } of text.matchAll(pattern)) {
      const right = rightOf(run);
      if (right === undefined || found.some(({ start, end }) => index < end && start < index + run.length)) continue;
      found.push({ start: index, end: index + run.length, right, why });
    }
  };
  take(LOST, () => null, '编码转换时丢失了文字，请按原稿补上。');
  take(UTF8_AS_LATIN, (run) => chinese(utf8(windowsBytes(run))), '网页编码是 UTF-8，却按西文编码读取，成了乱码。');
  take(
    GBK_AS_LATIN,
    // A row of one sign stands for what is left blank (××××年).
    (run) => (new Set(run).size === 1 ? undefined : chinese(decodeGbk([...run].map((letter) => letter.charCodeAt(0))))),
    '网页编码是 GBK，却按西文编码读取，成了乱码。',
  );
  if ((text.match(MARKS)?.length ?? 0) >= FEWEST_MARKS) take(UTF8_AS_GBK, utf8AsGbk, '网页编码是 UTF-8，却按 GBK 读取，成了乱码。');
  return found.sort((a, b) => a.start - b.start);
}

function windowsBytes(run: string): number[] | null {
  const bytes = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i));
  return [...run].map((letter) => {
    const place = bytes.indexOf(letter);
    return place >= 0 ? 0x80 + place : letter.charCodeAt(0);
  });
}

function utf8AsGbk(run: string): string | null | undefined {
  const marks = run.match(MARKS)?.length ?? 0;
  if (marks < FEWEST_MARKS) return undefined;
  // The last letter may be half of one that was cut.
  for (const whole of [run, run.slice(0, -1), run.slice(0, -2)]) {
    const right = chinese(utf8(encodeGbk(whole)));
    if (right !== undefined) return right;
  }
  // Letters that no font shows were dropped on the way: what is left tells the damage, not the words.
  return marks >= 3 && marks * 4 >= run.length ? null : undefined;
}

function utf8(bytes: readonly number[] | null): string | null {
  if (!bytes) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** The text when it is Chinese throughout, as a right decoding is. */
function chinese(text: string | null): string | undefined {
  return text !== null && /^[\u3000-\u303f\u4e00-\u9fa5\uff00-\uffef“”‘’…—\w\s]+$/.test(text) && /[\u4e00-\u9fa5]/.test(text)
    ? text
    : undefined;
}
