import { type Grams, type LanguageModel, makeGrams } from './language-model.ts';
import type { Tokens } from './tokens.ts';

/** A block as the model reads it: tokens, n-grams, and how likely each token is given what stands on either side. */
export interface Passage {
  tokens: Tokens;
  grams: Grams;
  /** Log chance of each token after those before it; [0] is unused. */
  forward: Float64Array;
  /** Log chance of each token before those behind it; the last is unused. */
  backward: Float64Array;
  /** How well the model knows it: the mean log chance of a token, read from the better side. */
  known: number;
  /** Edits already made in it: where one slip was found, more are likely. */
  putRight: number;
}

/** Reads the tokens of a block, in which `putRight` edits have been made already. */
export function passageOf(model: LanguageModel, tokens: Tokens, putRight: number): Passage {
  const { ids, length } = tokens;
  const grams = makeGrams(length);
  model.fill(ids, length, grams);
  const forward = new Float64Array(length);
  const backward = new Float64Array(length);
  for (let i = 1; i < length; i += 1) forward[i] = model.forward(ids, i, grams);
  for (let i = length - 2; i >= 0; i -= 1) backward[i] = model.backward(ids, i, length, grams);
  let known = 0;
  for (let i = 1; i < length - 1; i += 1) known += Math.max(forward[i] as number, backward[i] as number);
  return { tokens, grams, forward, backward, known: known / Math.max(1, length - 2), putRight };
}
