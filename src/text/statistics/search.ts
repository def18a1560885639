import { EDIT_KINDS, type Edit, type EditKind } from './edit.ts';
import { seekMissing } from './insertions.ts';
import type { Knowledge } from './knowledge.ts';
import type { Passage } from './passage.ts';
import type { Quest } from './quest.ts';
import { seekRepeated, seekStray, seekSwapped } from './removals.ts';
import { Shortlist } from './shortlist.ts';
import { seekAlike, seekUnlike } from './substitutions.ts';
import { isHan } from './tokens.ts';
import { Trial } from './trial.ts';
import { seekWords } from './words.ts';

/**
 * How unlikely a place must be, read from both sides together (natural logarithms), before an edit of each kind is tried there. Set
 * where the judge, trained on slips of our own, lost one right edit in a hundred.
 */
const DOUBT = { sound: -10, shape: -11.5, character: -14, word: -12, swap: -11, drop: -11, insert: -12 } as const;

/** By how much an edit of each kind must make the text likelier, both readings together; for the same reason. */
const GAIN: Readonly<Record<EditKind, number>> = {
  [EDIT_KINDS.sound]: 7,
  [EDIT_KINDS['sound and shape']]: 7,
  [EDIT_KINDS['near sound']]: 8,
  [EDIT_KINDS.shape]: 12,
  [EDIT_KINDS.character]: 17,
  [EDIT_KINDS.word]: 9,
  [EDIT_KINDS.swap]: 9,
  [EDIT_KINDS['drop repeated']]: 9,
  [EDIT_KINDS.drop]: 13,
  [EDIT_KINDS.insert]: 0,
};

/** Candidates of one kind that are tried in one place. */
const MOST = 3;

/** Finds the edits that would make a passage likelier. */
export class Search {
  readonly trial = new Trial();
  readonly #knowledge: Knowledge;
  readonly #list = new Shortlist(MOST);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** All edits worth judging. */
  edits(passage: Passage): Edit[] {
    const edits: Edit[] = [];
    const offer = (kind: EditKind, from: number, to: number, put: readonly number[]): void => {
      const edit: Edit = { kind, from, to, ids: put, forward: 0, backward: 0 };
      this.trial.make(this.#knowledge.model, passage, edit);
      if (edit.forward + edit.backward > GAIN[kind]) edits.push(edit);
    };
    const quest: Quest = { knowledge: this.#knowledge, passage, list: this.#list, offer };
    for (let i = 1; i < passage.tokens.length - 1; i += 1) seek(quest, i);
    return edits;
  }
}

/** Tries what the doubt about a place calls for. */
function seek(quest: Quest, i: number): void {
  const { forward, backward, tokens } = quest.passage;
  const ahead = forward[i] as number;
  if (i > 1 && ahead + (backward[i - 1] as number) < DOUBT.insert) seekMissing(quest, i);
  if (!isHan(tokens.ids[i] as number)) return;
  seekRepeated(quest, i);
  seekWords(quest, i, DOUBT.word);
  const doubt = ahead + (backward[i] as number);
  if (Math.min(doubt, ahead + (backward[i + 1] as number)) < DOUBT.swap) seekSwapped(quest, i);
  if (doubt < DOUBT.drop) seekStray(quest, i);
  if (doubt >= DOUBT.sound) return;
  seekAlike(quest, i, doubt <= DOUBT.shape);
  if (doubt < DOUBT.character) seekUnlike(quest, i);
}
