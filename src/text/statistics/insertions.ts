import { EDIT_KINDS } from './edit.ts';
import { firmFit } from './fit.ts';
import type { Quest } from './quest.ts';

/** What fits worse is the right one in one case of a hundred. */
const LEAST_FIT = 18;

/** A character that is missing before token i: one seen between its neighbours that goes on with what stands on a side of them. */
export function seekMissing({ knowledge, passage, list, offer }: Quest, i: number): void {
  const { ids } = passage.tokens;
  const right = ids[i] as number;
  list.clear();
  for (const id of knowledge.gaps.between(ids[i - 1] as number, right)) {
    const fit = firmFit(knowledge, ids, i, id, right, ids[i + 1] as number);
    if (fit >= LEAST_FIT) list.offer(fit, id, EDIT_KINDS.insert);
  }
  for (let c = 0; c < list.length; c += 1) offer(EDIT_KINDS.insert, i, i, [list.idAt(c)]);
}
