import type { Phrase } from './phrase.ts';

/** Two wordings run into one (表述串写). */
export interface Blend {
  /** The wording whose tail was set behind the other one. */
  meant: Phrase;
  /** End of the whole in the folded text. */
  end: number;
}

const SHARED_HEAD = 3;
const SHARED_END = 2;

/**
 * Whether behind a whole wording stands the tail of another one that begins and ends alike: 习近平新时代中国特色社会主义思想法治思想
 * is 习近平法治思想 with the middle of the other. Common head and end tell a blend from two wordings in a row.
 */
export function blendedWith(phrase: Phrase, phrases: readonly Phrase[], text: string, end: number): Blend | null {
  for (const meant of phrases) {
    if (meant === phrase || meant.text.length <= SHARED_HEAD + SHARED_END) continue;
    if (meant.text.slice(0, SHARED_HEAD) !== phrase.text.slice(0, SHARED_HEAD)) continue;
    if (!phrase.text.endsWith(meant.text.slice(-SHARED_END)) || meant.text.startsWith(phrase.text)) continue;
    const tail = meant.text.slice(sharedHead(phrase.text, meant.text));
    if (tail.length > SHARED_END && text.startsWith(tail, end)) return { meant, end: end + tail.length };
  }
  return null;
}

function sharedHead(one: string, two: string): number {
  let length = 0;
  while (length < one.length && length < two.length && one[length] === two[length]) length++;
  return length;
}
