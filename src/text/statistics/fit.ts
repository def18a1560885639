import { keyOf, SEED, step } from './hash.ts';
import type { Knowledge } from './knowledge.ts';
import type { LanguageModel } from './language-model.ts';

/** A word from this level on fits even where no three tokens in a row are known. */
const COMMON_WORD = 10;

/** Level of two tokens in a row, 0 if they were never seen. */
export const pairLevel = ({ counts }: LanguageModel, left: number, right: number): number =>
  counts.twos.level(keyOf(step(step(SEED, left), right)));

/** How well a token fits in place i: levels of the pairs and triples it would stand in, and of words. 0 = not at all. */
export function looseFit(
  { model, lexicon }: Knowledge,
  ids: Uint16Array,
  i: number,
  other: number,
  leftSeen: boolean,
  rightSeen: boolean,
): number {
  const { twos, threes } = model.counts;
  const left = ids[i - 1] as number;
  const right = ids[i + 1] as number;
  const leftPair = step(step(SEED, left), other);
  const rightPair = step(step(SEED, other), right);
  const leftLevel = leftSeen ? twos.level(keyOf(leftPair)) : 0;
  const rightLevel = rightSeen ? twos.level(keyOf(rightPair)) : 0;
  let fit = 0;
  if (leftLevel > 0 && rightLevel > 0) fit += 2 * threes.level(keyOf(step(leftPair, right)));
  if (leftLevel > 0 && i > 1) fit += 2 * threes.level(keyOf(step(step(step(SEED, ids[i - 2] as number), left), other)));
  if (rightLevel > 0) fit += 2 * threes.level(keyOf(step(rightPair, ids[i + 2] as number)));
  let word = leftSeen ? lexicon.levelOfState(leftPair) : 0;
  if (rightSeen) word = Math.max(word, lexicon.levelOfState(rightPair));
  const longer = leftSeen && rightSeen ? lexicon.levelOfState(step(leftPair, right)) : 0;
  if (fit === 0 && word < COMMON_WORD && longer === 0) return 0;
  return fit + leftLevel + rightLevel + word + 2 * longer;
}

/** How well a token fits between `ids[i - 1]` and `right`: the triple in the middle must be known, and one at its side. */
export function firmFit({ model }: Knowledge, ids: Uint16Array, i: number, other: number, right: number, second: number): number {
  const { threes } = model.counts;
  const left = ids[i - 1] as number;
  const inside = threes.level(keyOf(step(step(step(SEED, left), other), right)));
  if (inside === 0) return 0;
  const ahead = i > 1 ? threes.level(keyOf(step(step(step(SEED, ids[i - 2] as number), left), other))) : 0;
  const behind = threes.level(keyOf(step(step(step(SEED, other), right), second)));
  return ahead + behind === 0 ? 0 : inside + ahead + behind;
}
