import type { Block } from '../../core/block.ts';
import type { AttachmentType, ReadingOutcome } from '../../evidence/attachment.ts';

/** Rows of one table or sheet; the value of merged cells stands in each cell they cover. */
export type Table = string[][];

/** What one attachment says. */
export interface AttachmentReading {
  /** By its bytes. */
  type: AttachmentType;
  /** What its name, else its Content-Type, says it is; null when they say nothing. */
  named: AttachmentType | null;
  /** False when name and bytes disagree, whether or not it can be read. */
  asNamed: boolean;
  outcome: ReadingOutcome;
  /** In reading order, one line per paragraph; cells of a table row are divided by tabs. Of an archive, the texts of its members. */
  text: string;
  tables: Table[];
  /** Paragraphs and tables in reading order; empty unless asked for, and of formats that have no order. */
  blocks: Block[];
  /** Pages, slides or sheets; null where the format has none. */
  pages: number | null;
  /** Members of an archive, folders left out. */
  parts: AttachmentPart[];
  /** Letters of `text`, blanks not counted. */
  characters: number;
  /** True when a limit cut the text, the tables or the members short. */
  truncated: boolean;
}

/** One member of an archive. */
export interface AttachmentPart {
  /** As stored, only ever shown: it may be `../../etc/passwd`. */
  name: string;
  /** Bytes as the archive declares them. */
  bytes: number;
  reading: AttachmentReading;
}

/** What the reader of one format found. */
export interface Content {
  text: string;
  tables?: Table[];
  blocks?: Block[];
  pages?: number | null;
  parts?: AttachmentPart[];
  outcome?: ReadingOutcome;
}

/** What bytes are, and the reader for them; null where there is none. */
export interface Found {
  type: AttachmentType;
  read: (() => Promise<Content> | Content) | null;
}

/** Why a reader gave up; everything else it throws is taken for damage of the file. */
export class ReadingFault extends Error {
  readonly outcome: ReadingOutcome;
  constructor(outcome: ReadingOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}
