import type { Edit } from './edit.ts';
import type { Passage } from './passage.ts';
import { isHan } from './tokens.ts';

const AROUND = 10;
/** Tokens within which a name comes back. */
const PASSAGE = 300;

/** The least of the chances in [from, to), 0 if there is none. */
export function least(chances: Float64Array, from: number, to: number): number {
  let found = 0;
  for (let i = from; i < to; i += 1) found = Math.min(found, chances[i] as number);
  return found;
}

/** How well the model knows the text around the edit but not beside it: the mean log chance of a token. */
export function known({ tokens, forward, backward }: Passage, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = Math.max(1, from - AROUND); i < Math.min(tokens.length - 1, to + AROUND); i += 1) {
    if (i >= from - 2 && i < to + 2) continue;
    sum += Math.max(forward[i] as number, backward[i] as number);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** The least likely token a little way off: a name or foreign word begins there. */
export function worstBeside({ tokens, forward, backward }: Passage, from: number, to: number): number {
  let worst = 0;
  for (let i = Math.max(1, from - 5); i < Math.min(tokens.length - 1, to + 5); i += 1) {
    if (i < from - 1 || i > to) worst = Math.min(worst, Math.max(forward[i] as number, backward[i] as number));
  }
  return worst;
}

/** Tokens from here to the edge of the run of Chinese characters, at most eight. */
export function edge(ids: Uint16Array, from: number, direction: number, length: number): number {
  let distance = 0;
  for (let i = from; i > 0 && i < length - 1 && distance < 8 && isHan(ids[i] as number); i += direction) distance += 1;
  return distance;
}

/** Whether the odd pair stands elsewhere nearby as well: a name does, a slip does not. */
export function elsewhere(ids: Uint16Array, length: number, from: number): number {
  let found = 0;
  const end = Math.min(length - 1, from + PASSAGE);
  for (let i = Math.max(1, from - PASSAGE); i < end; i += 1) {
    if (i !== from && ids[i] === ids[from] && ids[i + 1] === ids[from + 1]) found += 1;
    if (i !== from - 1 && ids[i] === ids[from - 1] && ids[i + 1] === ids[from]) found += 1;
  }
  return Math.min(found, 4);
}

/** Whether what the edit writes stands elsewhere nearby: a word put right often stands there rightly too. */
export function newElsewhere(ids: Uint16Array, length: number, { from, to, ids: put }: Edit): number {
  const before = ids[from - 1];
  const first = put.length > 0 ? put[0] : ids[to];
  const last = put.length > 0 ? put[put.length - 1] : before;
  const behind = ids[to];
  let found = 0;
  const end = Math.min(length - 1, to + PASSAGE);
  for (let i = Math.max(1, from - PASSAGE); i < end; i += 1) {
    if (ids[i] === before && ids[i + 1] === first) found += 1;
    if (put.length > 0 && ids[i] === last && ids[i + 1] === behind) found += 1;
  }
  return Math.min(found, 4);
}

export const isNumberOrLatin = (id: number): boolean => id < 0x80 && id > 2;
