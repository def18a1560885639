/** One slip between a phrase and the text. Positions count in the folded text and in the phrase. */
export interface Edit {
  op: 'other-letter' | 'missing' | 'extra' | 'swapped' | 'words-swapped' | 'gap';
  /** First letter of the phrase that is concerned, and how many of the phrase are. */
  phraseAt: number;
  phraseLength: number;
  textAt: number;
  textLength: number;
}

/** What may be tried while a phrase is compared. */
export interface Allowance {
  /** Most slips. */
  budget: number;
  /** Whether whole words may have changed places and 2 to 4 letters may be missing in one stretch. */
  long: boolean;
}

/** Swaps of neighbouring words, by the number of letters of each. */
const WORD_SWAPS: readonly (readonly [number, number])[] = [
  [2, 2],
  [2, 3],
  [3, 2],
];
/** After a gap or a swap of words at least this many letters must fit, so that it is this phrase and no other. */
const SURE_AFTER = 3;
const MOST_MISSING = 4;

/**
 * Compares a phrase with the text from a place where a piece of it stands unharmed, both ways, with as few slips as do.
 * @param from first phrase letter of the piece, standing at `textFrom` of the text; `to` is the letter after the piece.
 * @returns the slips in reading order and the stretch of text, or null when the phrase does not stand here.
 */
export function compareFrom(
  phrase: string,
  text: string,
  from: number,
  to: number,
  textFrom: number,
  { budget, long }: Allowance,
): { edits: Edit[]; start: number; end: number } | null {
  for (let cost = 0; cost <= budget; cost++) {
    for (let left = 0; left <= cost; left++) {
      const right = forwards(phrase, text, to, textFrom + to - from, cost - left, long);
      if (!right) continue;
      const before = backwards(phrase, text, from, textFrom, left, long);
      if (before) return { edits: [...before.edits, ...right.edits], start: before.at, end: right.at };
    }
  }
  return null;
}

interface Walk {
  edits: Edit[];
  /** Where the text is left. */
  at: number;
}

function forwards(phrase: string, text: string, from: number, textFrom: number, budget: number, long: boolean): Walk | null {
  let p = from;
  let t = textFrom;
  while (p < phrase.length && t < text.length && phrase.charCodeAt(p) === text.charCodeAt(t)) {
    p++;
    t++;
  }
  if (p === phrase.length) return budget === 0 ? { edits: [], at: t } : null;
  if (budget === 0) return null;
  const slip = (op: Edit['op'], phraseLength: number, textLength: number): Walk | null => {
    if (t + textLength > text.length || p + phraseLength > phrase.length) return null;
    const rest = forwards(phrase, text, p + phraseLength, t + textLength, budget - 1, long);
    return rest && { edits: [{ op, phraseAt: p, phraseLength, textAt: t, textLength }, ...rest.edits], at: rest.at };
  };
  if (phrase[p] === text[t + 1] && phrase[p + 1] === text[t] && p + 1 < phrase.length) {
    const swapped = slip('swapped', 2, 2);
    if (swapped) return swapped;
  }
  // A letter written twice comes first: at the end of a phrase another last letter would do as well.
  if (text[t] === text[t - 1]) {
    const doubled = slip('extra', 0, 1);
    if (doubled) return doubled;
  }
  const found = slip('other-letter', 1, 1) ?? slip('missing', 1, 0) ?? slip('extra', 0, 1);
  if (found || !long) return found;
  for (const [one, two] of WORD_SWAPS) {
    const whole = one + two;
    if (phrase.slice(p, p + whole) !== text.slice(t + two, t + whole) + text.slice(t, t + two)) continue;
    const swapped = slip('words-swapped', whole, whole);
    if (swapped) return swapped;
  }
  for (let missing = 2; missing <= MOST_MISSING; missing++) {
    if (p + missing + SURE_AFTER > phrase.length || p < SURE_AFTER) break;
    const gap = slip('gap', missing, 0);
    if (gap) return gap;
  }
  return null;
}

function backwards(phrase: string, text: string, to: number, textTo: number, budget: number, long: boolean): Walk | null {
  let p = to;
  let t = textTo;
  while (p > 0 && t > 0 && phrase.charCodeAt(p - 1) === text.charCodeAt(t - 1)) {
    p--;
    t--;
  }
  if (p === 0) return budget === 0 ? { edits: [], at: t } : null;
  if (budget === 0) return null;
  const slip = (op: Edit['op'], phraseLength: number, textLength: number): Walk | null => {
    if (t < textLength || p < phraseLength) return null;
    const rest = backwards(phrase, text, p - phraseLength, t - textLength, budget - 1, long);
    return (
      rest && { edits: [...rest.edits, { op, phraseAt: p - phraseLength, phraseLength, textAt: t - textLength, textLength }], at: rest.at }
    );
  };
  if (p > 1 && t > 1 && phrase[p - 1] === text[t - 2] && phrase[p - 2] === text[t - 1]) {
    const swapped = slip('swapped', 2, 2);
    if (swapped) return swapped;
  }
  if (t > 0 && text[t - 1] === text[t]) {
    const doubled = slip('extra', 0, 1);
    if (doubled) return doubled;
  }
  const found = slip('other-letter', 1, 1) ?? slip('missing', 1, 0) ?? slip('extra', 0, 1);
  if (found || !long) return found;
  for (const [one, two] of WORD_SWAPS) {
    const whole = one + two;
    if (p < whole || t < whole) continue;
    if (phrase.slice(p - whole, p) !== text.slice(t - one, t) + text.slice(t - whole, t - one)) continue;
    const swapped = slip('words-swapped', whole, whole);
    if (swapped) return swapped;
  }
  for (let missing = 2; missing <= MOST_MISSING; missing++) {
    if (p - missing < SURE_AFTER || phrase.length - p < SURE_AFTER) break;
    const gap = slip('gap', missing, 0);
    if (gap) return gap;
  }
  return null;
}
