import type { CalendarDate } from '../../core/date.ts';
import type { Level, Part } from '../model.ts';
import type { Run } from '../run.ts';
import type { Basis, DocumentHead, NamingChoice } from '../snapshot.ts';

/** 完成时限 of a requirement: a day, or working days after the signed day. */
export type Deadline = { readonly workingDays: number } | { readonly date: CalendarDate };

/** A paragraph as the office sees it while drafting. */
export interface DraftParagraph {
  id: string;
  part: Part;
  level: Level;
  heading: string | null;
  runs: readonly Run[];
  /** Only of the office's own paragraphs; printed behind the text. */
  deadline: Deadline | null;
}

/** What the office decides about the paper itself; `basis` by title and number, its validity is looked up for the day of signing. */
export type HeadEdits = Partial<Pick<DocumentHead, 'title' | 'number' | 'signedDate' | 'printedDate' | 'disclosureMark'>> & {
  addressees?: readonly string[] | undefined;
  basis?: readonly Pick<Basis, 'title' | 'number'>[] | undefined;
};

/**
 * What the office changed of a draft, kept apart from what the template makes of the snapshot: the template may be built
 * again (other names, another head) and the office's words stay.
 */
export interface NoticeEdits {
  schema: 'mingcha/edits/1';
  head: HeadEdits;
  /** Whom the office confirmed to name; null while nobody has. */
  naming: NamingChoice | null;
  /** Ids in printing order; empty: as the template has them. */
  order: readonly string[];
  removed: readonly string[];
  /** By id of the template's paragraph; `over` is the print of what stood there when it was changed. */
  changed: Readonly<Record<string, { heading: string | null; runs: readonly Run[]; over: string }>>;
  added: readonly DraftParagraph[];
}

export const NO_EDITS: NoticeEdits = {
  schema: 'mingcha/edits/1',
  head: {},
  naming: null,
  order: [],
  removed: [],
  changed: {},
  added: [],
};

/** Ids of the office's own paragraphs begin so; a template's never do. */
export const OWN = 'own.';
