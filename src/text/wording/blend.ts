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

/** Finds what stands behind a whole wording. */
export type BlendReader = (phrase: Phrase, text: string, end: number) => Blend | null;

/**
 * Makes the reader that tells whether behind a whole wording stands the tail of another one that begins and ends alike:
 * 习近平新时代中国特色社会主义思想法治思想 is 习近平法治思想 with the middle of the other. Common head and end tell a blend from
 * two wordings in a row.
 */
export function compileBlends(phrases: readonly Phrase[]): BlendReader {
  const byHead = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const head = phrase.text.slice(0, SHARED_HEAD);
    const alike = byHead.get(head);
    if (alike) alike.push(phrase);
    else byHead.set(head, [phrase]);
  }
  const tails = new Map([...byHead.values()].flatMap((alike) => alike.map((phrase) => [phrase, tailsBehind(phrase, alike)] as const)));
  return (phrase, text, end) => {
    const found = tails.get(phrase)?.find(({ tail }) => text.startsWith(tail, end));
    return found ? { meant: found.meant, end: end + found.tail.length } : null;
  };
}

/** What may stand behind a wording of others that begin like it. */
function tailsBehind(phrase: Phrase, alike: readonly Phrase[]): Array<{ meant: Phrase; tail: string }> {
  return alike.flatMap((meant) => {
    if (meant === phrase || meant.text.length <= SHARED_HEAD + SHARED_END) return [];
    if (!phrase.text.endsWith(meant.text.slice(-SHARED_END)) || meant.text.startsWith(phrase.text)) return [];
    const tail = meant.text.slice(sharedHead(phrase.text, meant.text));
    return tail.length > SHARED_END ? [{ meant, tail }] : [];
  });
}

function sharedHead(one: string, two: string): number {
  let length = 0;
  while (length < one.length && length < two.length && one[length] === two[length]) length++;
  return length;
}
