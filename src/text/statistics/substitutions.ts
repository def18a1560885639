import { type Confusions, LIKENESS } from './confusions.ts';
import { EDIT_KINDS, type EditKind } from './edit.ts';
import { firmFit, looseFit } from './fit.ts';
import type { Quest } from './quest.ts';

const KIND_OF_LIKENESS: readonly EditKind[] = Object.values({
  [LIKENESS.sound]: EDIT_KINDS.sound,
  [LIKENESS['near sound']]: EDIT_KINDS['near sound'],
  [LIKENESS.shape]: EDIT_KINDS.shape,
  [LIKENESS['sound and shape']]: EDIT_KINDS['sound and shape'],
});

/** What fits worse makes the text likelier in one case of 200. */
const LEAST_FIT = 50;
/** Of characters that resemble nothing, so many of those that fit best are tried. */
const MOST_UNLIKE = 2;

/** A character in the place of token i that sounds like it or, where `byShape`, looks like it. */
export function seekAlike({ knowledge, passage, list, offer }: Quest, i: number, byShape: boolean): void {
  const { start, others, likeness } = knowledge.confusions;
  const { filter } = knowledge;
  const { ids } = passage.tokens;
  const id = ids[i] as number;
  const left = ids[i - 1] as number;
  const right = ids[i + 1] as number;
  list.clear();
  const end = start[id + 1] as number;
  for (let c = start[id] as number; c < end; c += 1) {
    const other = others[c] as number;
    const leftSeen = filter.has(left, other);
    const rightSeen = filter.has(other, right);
    if (!leftSeen && !rightSeen) continue;
    const how = likeness[c] as number;
    if (how === LIKENESS.shape && !byShape) continue;
    const fit = looseFit(knowledge, ids, i, other, leftSeen, rightSeen);
    if (fit >= LEAST_FIT) list.offer(fit, other, KIND_OF_LIKENESS[how] as number);
  }
  for (let c = 0; c < list.length; c += 1) offer(list.kindAt(c) as EditKind, i, i + 1, [list.idAt(c)]);
}

/** Any character in the place of token i that was seen between its neighbours. */
export function seekUnlike({ knowledge, passage, list, offer }: Quest, i: number): void {
  const { ids } = passage.tokens;
  const id = ids[i] as number;
  list.clear();
  for (const other of knowledge.gaps.between(ids[i - 1] as number, ids[i + 1] as number)) {
    const fit = firmFit(knowledge, ids, i, other, ids[i + 1] as number, ids[i + 2] as number);
    if (fit > 0 && other !== id && !isAlike(knowledge.confusions, id, other)) list.offer(fit, other, EDIT_KINDS.character);
  }
  for (let c = 0; c < Math.min(MOST_UNLIKE, list.length); c += 1) offer(EDIT_KINDS.character, i, i + 1, [list.idAt(c)]);
}

function isAlike({ start, others }: Confusions, id: number, other: number): boolean {
  const end = start[id + 1] as number;
  for (let c = start[id] as number; c < end; c += 1) if (others[c] === other) return true;
  return false;
}
