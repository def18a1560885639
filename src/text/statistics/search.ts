import { type Confusions, LIKENESS } from './confusions.ts';
import { EDIT_KINDS, type Edit, type EditKind } from './edit.ts';
import type { GapIndex } from './gap-index.ts';
import { keyOf, SEED, step } from './hash.ts';
import type { LanguageModel } from './language-model.ts';
import { type Lexicon, spell } from './lexicon.ts';
import type { PairFilter } from './pair-filter.ts';
import type { Passage } from './passage.ts';
import { Shortlist } from './shortlist.ts';
import { isHan } from './tokens.ts';
import { Trial } from './trial.ts';

/** What the search looks in. */
export interface Knowledge {
  model: LanguageModel;
  lexicon: Lexicon;
  confusions: Confusions;
  filter: PairFilter;
  gaps: GapIndex;
}

const KIND_OF_LIKENESS: readonly EditKind[] = Object.values({
  [LIKENESS.sound]: EDIT_KINDS.sound,
  [LIKENESS['near sound']]: EDIT_KINDS['near sound'],
  [LIKENESS.shape]: EDIT_KINDS.shape,
  [LIKENESS['sound and shape']]: EDIT_KINDS['sound and shape'],
});

/**
 * How unlikely a token must be, from both sides together, before an edit of each kind is tried there, and by how much an edit must
 * make the text likelier (natural logarithms). Set where the judge, trained on slips of our own, lost one right edit in a hundred.
 */
const DOUBT = { sound: -9, shape: -11.5, character: -14, word: -11.5, swap: -11, drop: -11, insert: -11.5 } as const;
const GAIN: readonly number[] = [7, 7, 8, 12, 17, 12, 11, 9, 13, 6];

/** 一步一步, 三个三个: words are said twice to tell how. */
const COUNTED_OFF: ReadonlySet<number> = new Set(Array.from('一二两三几', (character) => character.charCodeAt(0)));

/** Finds the edits that would make a passage likelier. */
export class Search {
  readonly trial = new Trial();
  readonly #knowledge: Knowledge;
  readonly #shortlist = new Shortlist(4);
  #edits: Edit[] = [];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** All edits worth judging, in order of place. */
  edits(passage: Passage): Edit[] {
    this.#edits = [];
    const { forward, backward, tokens } = passage;
    const { ids, length } = tokens;
    for (let i = 1; i < length - 1; i += 1) {
      if (i > 1 && (forward[i] as number) + (backward[i - 1] as number) < DOUBT.insert) this.#insert(passage, i);
      if (!isHan(ids[i] as number)) continue;
      const doubt = (forward[i] as number) + (backward[i] as number);
      this.#drop(passage, i, doubt);
      if (doubt >= DOUBT.sound) continue;
      this.#substitute(passage, i, doubt);
      if (doubt < DOUBT.swap) this.#swap(passage, i);
      if (doubt < DOUBT.word) this.#words(passage, i);
    }
    return this.#edits;
  }

  #try(passage: Passage, kind: EditKind, from: number, to: number, ids: readonly number[]): void {
    const edit: Edit = { kind, from, to, ids, forward: 0, backward: 0 };
    this.trial.make(this.#knowledge.model, passage, edit);
    if (edit.forward + edit.backward > (GAIN[kind] as number)) this.#edits.push(edit);
  }

  /** Another character in the place of token i: one that sounds or looks like it, or, where nothing fits at all, any. */
  #substitute(passage: Passage, i: number, doubt: number): void {
    const { confusions, filter } = this.#knowledge;
    const { start, others, likeness } = confusions;
    const { ids } = passage.tokens;
    const id = ids[i] as number;
    const left = ids[i - 1] as number;
    const right = ids[i + 1] as number;
    const list = this.#shortlist;
    list.clear();
    const end = start[id + 1] as number;
    for (let c = start[id] as number; c < end; c += 1) {
      const other = others[c] as number;
      const leftSeen = filter.has(left, other);
      const rightSeen = filter.has(other, right);
      if (!leftSeen && !rightSeen) continue;
      const how = likeness[c] as number;
      if (how === LIKENESS.shape && doubt > DOUBT.shape) continue;
      const fit = this.#fit(ids, i, other, leftSeen, rightSeen);
      if (fit > 0) list.offer(fit, other, KIND_OF_LIKENESS[how] as number);
    }
    for (let c = 0; c < list.length; c += 1) this.#try(passage, list.kindAt(c) as EditKind, i, i + 1, [list.idAt(c)]);
    if (doubt < DOUBT.character) this.#anyCharacter(passage, i);
  }

  #anyCharacter(passage: Passage, i: number): void {
    const { ids } = passage.tokens;
    const id = ids[i] as number;
    const list = this.#shortlist;
    list.clear();
    for (const other of this.#knowledge.gaps.between(ids[i - 1] as number, ids[i + 1] as number)) {
      const fit = this.#firmFit(ids, i, other, ids[i + 1] as number, ids[i + 2] as number);
      if (fit > 0 && other !== id && !this.#isAlike(id, other)) list.offer(fit, other, EDIT_KINDS.character);
    }
    for (let c = 0; c < Math.min(2, list.length); c += 1) this.#try(passage, EDIT_KINDS.character, i, i + 1, [list.idAt(c)]);
  }

  #isAlike(id: number, other: number): boolean {
    const { start, others } = this.#knowledge.confusions;
    const end = start[id + 1] as number;
    for (let c = start[id] as number; c < end; c += 1) if (others[c] === other) return true;
    return false;
  }

  /** How well a token fits in place i: levels of the pairs and triples it would stand in, and of words. 0 = not at all. */
  #fit(ids: Uint16Array, i: number, other: number, leftSeen: boolean, rightSeen: boolean): number {
    const { twos, threes } = this.#knowledge.model.counts;
    const { lexicon } = this.#knowledge;
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
    if (fit === 0 && word < 10 && longer === 0) return 0;
    return fit + leftLevel + rightLevel + word + 2 * longer;
  }

  /** How well a token fits between `ids[i - 1]` and `right`: the triple in the middle must be known, and one at its side. */
  #firmFit(ids: Uint16Array, i: number, other: number, right: number, second: number): number {
    const { threes } = this.#knowledge.model.counts;
    const left = ids[i - 1] as number;
    const inside = threes.level(keyOf(step(step(step(SEED, left), other), right)));
    if (inside === 0) return 0;
    const ahead = i > 1 ? threes.level(keyOf(step(step(step(SEED, ids[i - 2] as number), left), other))) : 0;
    const behind = threes.level(keyOf(step(step(step(SEED, other), right), second)));
    return ahead + behind === 0 ? 0 : inside + ahead + behind;
  }

  /** A character that is missing before token i. */
  #insert(passage: Passage, i: number): void {
    const { ids } = passage.tokens;
    const list = this.#shortlist;
    list.clear();
    for (const id of this.#knowledge.gaps.between(ids[i - 1] as number, ids[i] as number)) {
      const fit = this.#firmFit(ids, i, id, ids[i] as number, ids[i + 1] as number);
      if (fit > 0) list.offer(fit, id, EDIT_KINDS.insert);
    }
    for (let c = 0; c < list.length; c += 1) this.#try(passage, EDIT_KINDS.insert, i, i, [list.idAt(c)]);
  }

  /** Token i once too often, the pair there twice, or a token that does not belong. */
  #drop(passage: Passage, i: number, doubt: number): void {
    const { ids, length } = passage.tokens;
    const id = ids[i] as number;
    if (id === ids[i + 1]) this.#try(passage, EDIT_KINDS['drop repeated'], i + 1, i + 2, []);
    else if (doubt < DOUBT.drop && this.#knowledge.filter.has(ids[i - 1] as number, ids[i + 1] as number))
      this.#try(passage, EDIT_KINDS.drop, i, i + 1, []);
    if (i + 3 < length && id === ids[i + 2] && ids[i + 1] === ids[i + 3] && id !== ids[i + 1] && !COUNTED_OFF.has(id)) {
      this.#try(passage, EDIT_KINDS['drop repeated'], i + 2, i + 4, []);
    }
  }

  /** Tokens i and i + 1 in each other's place. */
  #swap(passage: Passage, i: number): void {
    const { ids } = passage.tokens;
    const { filter } = this.#knowledge;
    const one = ids[i] as number;
    const two = ids[i + 1] as number;
    if (one === two || !isHan(two) || !filter.has(two, one)) return;
    if (filter.has(ids[i - 1] as number, two) || filter.has(one, ids[i + 2] as number))
      this.#try(passage, EDIT_KINDS.swap, i, i + 2, [two, one]);
  }

  /** Words of two to four characters that sound like what stands from token i on and differ from it in two or more. */
  #words(passage: Passage, i: number): void {
    const { lexicon, confusions } = this.#knowledge;
    const { ids } = passage.tokens;
    let sounds: number[] = [SEED];
    for (let length = 1; length <= 4; length += 1) {
      const syllables = confusions.sounds.get(ids[i + length - 1] as number);
      if (!syllables) return;
      sounds = spell(sounds, syllables);
      if (length === 1) continue;
      for (const sound of sounds) {
        for (let entry = lexicon.firstLike(sound); entry >= 0; entry = lexicon.nextLike(entry)) {
          const word = lexicon.wordOf(entry);
          if (lexicon.lengthOf(word) === length && this.#fitsInstead(ids, i, word, length)) {
            this.#try(
              passage,
              EDIT_KINDS.word,
              i,
              i + length,
              Array.from({ length }, (_, at) => lexicon.characterOf(word, at)),
            );
          }
        }
      }
    }
  }

  /** Whether a word that shares its bucket sounds so indeed, differs in two characters at least, and fits on both sides. */
  #fitsInstead(ids: Uint16Array, i: number, word: number, length: number): boolean {
    const { lexicon, confusions, filter } = this.#knowledge;
    if (!filter.has(ids[i - 1] as number, lexicon.characterOf(word, 0))) return false;
    if (!filter.has(lexicon.characterOf(word, length - 1), ids[i + length] as number)) return false;
    let differing = 0;
    for (let at = 0; at < length; at += 1) {
      const id = ids[i + at] as number;
      const other = lexicon.characterOf(word, at);
      if (id === other) continue;
      const sounds = confusions.sounds.get(other);
      if (!confusions.sounds.get(id)?.some((sound) => sounds?.includes(sound))) return false;
      differing += 1;
    }
    return differing >= 2;
  }
}
