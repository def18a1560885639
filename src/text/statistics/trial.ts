import type { Edit } from './edit.ts';
import { type Grams, type LanguageModel, makeGrams } from './language-model.ts';
import { ORDER } from './ngram-counts.ts';
import type { Passage } from './passage.ts';

const REACH = ORDER - 1;
const ROOM = 24;

/** The surroundings of an edit with the edit made: what the features are read from. */
export class Trial {
  readonly ids = new Uint16Array(ROOM);
  readonly grams: Grams = makeGrams(ROOM);
  /** Tokens there; the edit's own stand in [from, to). */
  length = 0;
  from = 0;
  to = 0;
  /** Log chances of the edited tokens, the least of them. */
  leastForward = 0;
  leastBackward = 0;

  /** Makes the edit and tells how much likelier the text becomes, in `edit.forward` and `edit.backward`. */
  make(model: LanguageModel, { tokens, forward, backward, grams }: Passage, edit: Edit): void {
    const { from, to } = edit;
    const left = Math.max(0, from - REACH);
    const right = Math.min(tokens.length, to + REACH);
    const { ids } = this;
    let length = 0;
    for (let i = left; i < from; i += 1) ids[length++] = tokens.ids[i] as number;
    this.from = length;
    for (const id of edit.ids) ids[length++] = id;
    this.to = length;
    for (let i = to; i < right; i += 1) ids[length++] = tokens.ids[i] as number;
    this.length = length;
    const own = this.grams;
    for (let i = 0; i < this.from; i += 1) {
      for (let order = 2; order <= this.from - i && order <= ORDER; order += 1) {
        own.levels[(order - 2) * own.stride + i] = grams.levels[(order - 2) * grams.stride + left + i] as number;
      }
    }
    model.fillFrom(ids, length, own, 0, this.to, this.from);
    for (let i = this.to; i < length; i += 1) {
      for (let order = 2; order <= ORDER; order += 1) {
        own.levels[(order - 2) * own.stride + i] =
          i + order > length ? 0 : (grams.levels[(order - 2) * grams.stride + to + i - this.to] as number);
      }
    }
    this.#gain(model, edit, forward, backward, left, right);
  }

  #gain(model: LanguageModel, edit: Edit, forward: Float64Array, backward: Float64Array, left: number, right: number): void {
    const { ids, grams, length } = this;
    let gained = 0;
    let least = 0;
    for (let i = Math.max(1, this.from); i < length; i += 1) {
      const chance = model.forward(ids, i, grams);
      gained += chance;
      if (i < this.to && chance < least) least = chance;
    }
    for (let i = Math.max(1, edit.from); i < right; i += 1) gained -= forward[i] as number;
    edit.forward = gained;
    this.leastForward = least;
    gained = 0;
    least = 0;
    for (let i = this.to - 1; i >= 0; i -= 1) {
      const chance = model.backward(ids, i, length, grams);
      gained += chance;
      if (i >= this.from && chance < least) least = chance;
    }
    for (let i = left; i < edit.to; i += 1) gained -= backward[i] as number;
    edit.backward = gained;
    this.leastBackward = least;
  }
}
