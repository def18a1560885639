import { EDIT_KINDS } from './edit.ts';
import type { Quest } from './quest.ts';
import { isHan } from './tokens.ts';

/** 一步一步, 三个三个: words are said twice to tell how. */
const COUNTED_OFF: ReadonlySet<number> = new Set(Array.from('一二两三几', (character) => character.charCodeAt(0)));

/** Token i once too often, or the pair that begins there twice. */
export function seekRepeated({ passage, offer }: Quest, i: number): void {
  const { ids, length } = passage.tokens;
  const id = ids[i] as number;
  if (id === ids[i + 1]) offer(EDIT_KINDS['drop repeated'], i + 1, i + 2, []);
  if (i + 3 < length && id === ids[i + 2] && ids[i + 1] === ids[i + 3] && id !== ids[i + 1] && !COUNTED_OFF.has(id))
    offer(EDIT_KINDS['drop repeated'], i + 2, i + 4, []);
}

/** Token i, which does not belong between its neighbours. */
export function seekStray({ knowledge, passage, offer }: Quest, i: number): void {
  const { ids } = passage.tokens;
  if (ids[i] !== ids[i + 1] && knowledge.filter.has(ids[i - 1] as number, ids[i + 1] as number)) offer(EDIT_KINDS.drop, i, i + 1, []);
}

/** Tokens i and i + 1 in each other's place. */
export function seekSwapped({ knowledge, passage, offer }: Quest, i: number): void {
  const { ids } = passage.tokens;
  const { filter } = knowledge;
  const one = ids[i] as number;
  const two = ids[i + 1] as number;
  if (one === two || !isHan(two) || !filter.has(two, one)) return;
  if (filter.has(ids[i - 1] as number, two) || filter.has(one, ids[i + 2] as number)) offer(EDIT_KINDS.swap, i, i + 2, [two, one]);
}
