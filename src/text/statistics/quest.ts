import type { EditKind } from './edit.ts';
import type { Knowledge } from './knowledge.ts';
import type { Passage } from './passage.ts';
import type { Shortlist } from './shortlist.ts';

/** What every search for a kind of edits is given. */
export interface Quest {
  knowledge: Knowledge;
  passage: Passage;
  /** Room to sort candidates in; whoever uses it clears it first. */
  list: Shortlist;
  /** Weighs an edit, and keeps it when the text becomes likely enough by it. */
  offer(kind: EditKind, from: number, to: number, ids: readonly number[]): void;
}
