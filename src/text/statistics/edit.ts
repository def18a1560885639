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
