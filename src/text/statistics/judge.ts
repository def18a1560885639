import type { Edit } from './edit.ts';
import { FeatureReader } from './features.ts';
import type { Knowledge } from './knowledge.ts';
import type { Passage } from './passage.ts';
import { Search } from './search.ts';
import { WordReader } from './word-reader.ts';

/** Edits nearer than this compete: at most one of them can be right. */
const NEAR = 1;
/** Most tokens that an edit takes away. */
const LONGEST = 4;

/** Reads the edits of passages and their features: used alike when training and when judging. */
export class EditReader {
  readonly #knowledge: Knowledge;
  readonly #search: Search;
  readonly #features: FeatureReader;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#search = new Search(knowledge);
    this.#features = new FeatureReader(knowledge.model, new WordReader(knowledge.lexicon));
  }

  /** Tells each edit with its features; the row is used again for the next. */
  each(passage: Passage, tell: (edit: Edit, row: Float64Array) => void): void {
    const edits = this.#search.edits(passage).sort((a, b) => a.from - b.from);
    for (let e = 0; e < edits.length; e += 1) {
      const edit = edits[e] as Edit;
      const gain = gainOf(edit);
      let next = 0;
      let rivals = 0;
      const consider = (other: Edit): void => {
        if (!competes(edit, other)) return;
        rivals += 1;
        next = Math.max(next, gainOf(other));
      };
      // In order of place, rivals stand close by: no edit is longer than a word.
      for (let o = e - 1; o >= 0 && (edits[o] as Edit).from >= edit.from - LONGEST - NEAR; o -= 1) consider(edits[o] as Edit);
      for (let o = e + 1; o < edits.length && (edits[o] as Edit).from <= edit.to + NEAR; o += 1) consider(edits[o] as Edit);
      const { forward, backward } = edit;
      this.#search.trial.make(this.#knowledge.model, passage, edit);
      edit.forward = forward;
      edit.backward = backward;
      tell(edit, this.#features.read(passage, edit, this.#search.trial, gain - next, rivals));
    }
  }
}

const gainOf = ({ forward, backward }: Edit): number => forward + backward;

/** Whether two edits touch the same tokens or stand side by side. */
const competes = (one: Edit, other: Edit): boolean => one.from <= other.to + NEAR && other.from <= one.to + NEAR;

/** Of edits in order of worth those that compete with no better one. */
export function withoutRivals<T extends { edit: Edit }>(judged: readonly T[], tokens: number): T[] {
  const taken = new Uint8Array(tokens + 1);
  return judged.filter(({ edit: { from, to } }) => {
    if (taken.subarray(Math.max(0, from - NEAR), to + NEAR + 1).includes(1)) return false;
    taken.fill(1, from, to + 1);
    return true;
  });
}
