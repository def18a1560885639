import type { Edit } from './edit.ts';
import { FeatureReader } from './features.ts';
import type { Passage } from './passage.ts';
import { type Knowledge, Search } from './search.ts';

/** Edits nearer than this compete: at most one of them can be right. */
const NEAR = 1;

/** Reads the edits of passages and their features: used alike when training and when judging. */
export class EditReader {
  readonly #knowledge: Knowledge;
  readonly #search: Search;
  readonly #features: FeatureReader;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#search = new Search(knowledge);
    this.#features = new FeatureReader(knowledge.model, knowledge.lexicon);
  }

  /** Tells each edit with its features; the row is used again for the next. */
  each(passage: Passage, tell: (edit: Edit, row: Float64Array) => void): void {
    const edits = this.#search.edits(passage);
    for (const edit of edits) {
      const gain = gainOf(edit);
      let next = 0;
      let rivals = 0;
      for (const other of edits) {
        if (other === edit || !competes(edit, other)) continue;
        rivals += 1;
        next = Math.max(next, gainOf(other));
      }
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
export const competes = (one: Edit, other: Edit): boolean => one.from <= other.to + NEAR && other.from <= one.to + NEAR;
