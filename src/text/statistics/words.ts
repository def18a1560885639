import { EDIT_KINDS } from './edit.ts';
import { pairLevel } from './fit.ts';
import { SEED } from './hash.ts';
import type { Knowledge } from './knowledge.ts';
import { spell } from './lexicon.ts';
import type { Quest } from './quest.ts';

/** Characters of the longest word sought. */
const LONGEST = 4;
/** Level from which a pair of characters on one side is enough; seldom does a right word go with neither side so well. */
const COMMON_PAIR = 10;

/**
 * Words of two to four characters that sound like what stands from token i on and differ from it in two or more. How unlikely a run is
 * shows at its edges: inside, the characters of a wrong word go together as well as those of the right one.
 */
export function seekWords({ knowledge, passage, offer }: Quest, i: number, doubt: number): void {
  const { lexicon, confusions } = knowledge;
  const { forward, backward, tokens } = passage;
  const { ids, length: end } = tokens;
  const most = doubt - (forward[i] as number);
  let longest = 0;
  for (let length = 2; length <= LONGEST && i + length < end; length += 1)
    if ((backward[i + length - 1] as number) < most) longest = length;
  let sounds: number[] = [SEED];
  for (let length = 1; length <= longest; length += 1) {
    const syllables = confusions.sounds[ids[i + length - 1] as number];
    if (!syllables) return;
    sounds = spell(sounds, syllables);
    if (length === 1 || (backward[i + length - 1] as number) >= most) continue;
    for (const sound of sounds) {
      for (let entry = lexicon.firstLike(sound); entry >= 0; entry = lexicon.nextLike(entry, sound)) {
        const word = lexicon.wordOf(entry);
        if (lexicon.lengthOf(word) !== length || !fitsInstead(knowledge, ids, i, word, length)) continue;
        offer(
          EDIT_KINDS.word,
          i,
          i + length,
          Array.from({ length }, (_, at) => lexicon.characterOf(word, at)),
        );
      }
    }
  }
}

/** Whether a word sounds so in every character, differs in two at least, and fits both sides, or one of them well. */
function fitsInstead(
  { lexicon, confusions, filter, model }: Knowledge,
  ids: Uint16Array,
  i: number,
  word: number,
  length: number,
): boolean {
  const left = ids[i - 1] as number;
  const right = ids[i + length] as number;
  const first = lexicon.characterOf(word, 0);
  const last = lexicon.characterOf(word, length - 1);
  const fitsLeft = filter.has(left, first);
  const fitsRight = filter.has(last, right);
  if (!fitsLeft && !fitsRight) return false;
  let differing = 0;
  for (let at = 0; at < length; at += 1) {
    const id = ids[i + at] as number;
    const other = lexicon.characterOf(word, at);
    if (id === other) continue;
    const sounds = confusions.sounds[other];
    if (!confusions.sounds[id]?.some((sound) => sounds?.includes(sound))) return false;
    differing += 1;
  }
  if (differing < 2) return false;
  return (fitsLeft && fitsRight) || pairLevel(model, fitsLeft ? left : last, fitsLeft ? first : right) >= COMMON_PAIR;
}
