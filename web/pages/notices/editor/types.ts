import type { z } from 'zod';
import type { noticeDraft } from '../../../../src/contract/endpoints/notice-draft.ts';

export type Draft = z.output<(typeof noticeDraft)['output']>;
export type DraftParagraph = Draft['paragraphs'][number];
export type Run = DraftParagraph['runs'][number];
export type FigureInfo = Draft['figures'][number];
export type Deadline = NonNullable<DraftParagraph['deadline']>;
export type Disagreement = Draft['disagreements'][number];
export type NamingChoice = Draft['naming']['choice'];

/** What the page holds of a draft until it is saved. */
export interface LocalDraft {
  paragraphs: readonly DraftParagraph[];
  removed: readonly Draft['removed'][number][];
  head: Draft['head'];
  /** null: nobody has confirmed the names. */
  naming: NamingChoice | null;
}
