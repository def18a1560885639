import { ORDER } from './ngram-counts.ts';

/** What is known of the n-grams at a place: the longest, those that end and begin there, the best level of each order. */
export interface Span {
  longest: number;
  ending: number;
  beginning: number;
  triples: number;
  fours: number;
  fives: number;
  seen: number;
}

/** The n-grams that hold a token of [from, to) and one beside it; over a gap, those that span it. */
export function spanOf(levels: Uint8Array, stride: number, from: number, to: number, length: number): Span {
  const span: Span = { longest: 1, ending: 1, beginning: 1, triples: 0, fours: 0, fives: 0, seen: 0 };
  const last = to === from ? to : to - 1;
  const first = to === from ? from - 1 : from;
  for (let order = 2; order <= ORDER; order += 1) {
    const row = (order - 2) * stride;
    let best = 0;
    // From the first that holds `first` to the last that holds `last`; of a gap, only those that hold both sides.
    const begin = Math.max(0, (to === from ? last : first) - order + 1);
    const end = to === from ? first : last;
    for (let i = begin; i <= end && i + order <= length; i += 1) {
      const level = levels[row + i] as number;
      if (level === 0) continue;
      span.seen += 1;
      if (level > best) best = level;
      if (i + order - 1 === last && i + order - 1 >= first) span.ending = order;
      if (i === first) span.beginning = order;
    }
    if (best > 0) span.longest = order;
    if (order === 3) span.triples = best;
    if (order === 4) span.fours = best;
    if (order === 5) span.fives = best;
  }
  return span;
}
