import type { NoticeDocument } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/** A kind of notice: one file in `templates/`, one test. */
export interface NoticeTemplate {
  /** Equals the file name, for ever. */
  id: string;
  /** As office staff choose it. */
  name: string;
  /** Periods it is made for. */
  periods: readonly Snapshot['period']['kind'][];
  /** Pure: the same snapshot gives the same document. */
  build(snapshot: Snapshot): NoticeDocument;
}
