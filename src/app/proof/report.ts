import type { Block } from '../../core/block.ts';
import type { AttachmentType } from '../../evidence/attachment.ts';
import type { Place } from '../../notice/recount/figure.ts';
import type { Finding } from '../../text/finding.ts';

/** A finding of a draft and where it stands in its file. */
export interface ProofFinding extends Finding {
  /** Null in plain text, and where it spans more than one paragraph. Offsets into `document`. */
  place: Place | null;
}

/** What the proofreading of one draft found. Personal data is covered everywhere in it, letter for letter. */
export interface ProofReport {
  /** In reading order. `start` and `end` are UTF-16 positions in `text`. */
  findings: readonly ProofFinding[];
  /** Letters read, blanks not counted. */
  characters: number;
  seconds: number;
  /** There are so many findings that a person should read the whole page. */
  collapsed: boolean;
  file: string;
  type: AttachmentType;
  /** The text the offsets refer to. */
  text: string;
  /** Paragraphs and tables of the file; null for plain text. */
  document: readonly Block[] | null;
  /** What was not read, and why: plain sentences. */
  notes: readonly string[];
}
