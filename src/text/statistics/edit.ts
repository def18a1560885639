import type { Tokens } from './tokens.ts';

/** What an edit does, and how old and new are alike. In the order in which a tree may split them. */
export const EDIT_KINDS = {
  sound: 0,
  'sound and shape': 1,
  'near sound': 2,
  shape: 3,
  character: 4,
  word: 5,
  swap: 6,
  'drop repeated': 7,
  drop: 8,
  insert: 9,
} as const;
export type EditKind = (typeof EDIT_KINDS)[keyof typeof EDIT_KINDS];

/** One way to put a block right: tokens [from, to) become `ids`. */
export interface Edit {
  kind: EditKind;
  from: number;
  to: number;
  ids: readonly number[];
  /** How much likelier the text becomes read forwards and backwards (natural logarithms). */
  forward: number;
  backward: number;
}

/** The tokens with an edit made; places in the block stay those of the text as given. */
export function amended({ ids, starts, ends, length }: Tokens, { from, to, ids: put }: Edit): Tokens {
  const grown = put.length - (to - from);
  const place = (old: Int32Array, of: (i: number) => number): Int32Array =>
    Int32Array.from({ length: length + grown }, (_, i) => (i < from ? old[i] : i < from + put.length ? of(i) : old[i - grown]) as number);
  return {
    ids: Uint16Array.from(
      { length: length + grown },
      (_, i) => (i < from ? ids[i] : i < from + put.length ? put[i - from] : ids[i - grown]) as number,
    ),
    starts: place(starts, (i) => starts[Math.min(i, to)] as number),
    ends: place(ends, (i) => (i < to ? ends[i] : starts[to]) as number),
    length: length + grown,
  };
}
