/** Marks that are set in either width or shape and mean the same. */
const SAME: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '。.',
    '｡.',
    '“"',
    '”"',
    '„"',
    '‘"',
    '’"',
    '\'"',
    '﹑、',
    '—-',
    '–-',
    '－-',
    '―-',
    '〔(',
    '〕)',
    '[(',
    '])',
    '【(',
    '】)',
    '·•',
    '・•',
  ].map((pair) => [...pair]),
) as Readonly<Record<string, string>>;
/** Blank or invisible: spaces of every width, zero-width signs, soft hyphens. */
const BLANK = /[\s\p{Cf}\u3164]/u;

/** Text without blanks and with marks in one width, and where each of its characters stood. */
export interface Folded {
  text: string;
  /** Offset in the original of every character of `text`. */
  at: readonly number[];
}

/** What is left to compare when spacing and the width of marks do not count. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const sign of original) {
    if (!BLANK.test(sign)) {
      for (const plain of sign.normalize('NFKC')) {
        if (BLANK.test(plain)) continue;
        const same = SAME[plain] ?? plain;
        text += same;
        for (let i = 0; i < same.length; i += 1) at.push(offset);
      }
    }
    offset += sign.length;
  }
  return { text, at };
}
