import type { Block } from '../../core/block.ts';
import type { AttachmentType } from '../../evidence/attachment.ts';
import type { FigureKind, FigureVerdict, Place, Remark } from '../../notice/recount/figure.ts';
import type { Recount } from '../../notice/recount/recount.ts';

/** One figure of an audited notice. */
export interface AuditFigure {
  /** The figure with the words before it, as printed. */
  quote: string;
  kind: FigureKind;
  kindName: string;
  /** The figure alone, as printed. */
  stated: string;
  /** As it should be printed; null where nothing could be recomputed. */
  recomputed: string | null;
  verdict: FigureVerdict;
  verdictName: string;
  /** The table and its rows (from 1, below the head), or the sentences, it was recomputed from; null without any. */
  basis:
    | { table: string; rows: readonly number[]; column: string | null; how: string }
    | { sentences: readonly string[]; how: string }
    | null;
  explanations: readonly string[];
  /** Why it could not be checked. */
  why: string | null;
  /** Offsets into `document` as printed. */
  place: Place;
}

/** What the audit of one file found. */
export interface AuditReport {
  file: string;
  type: AttachmentType;
  title: string;
  counts: Record<FigureVerdict, number>;
  figures: readonly AuditFigure[];
  tables: Recount['tables'];
  remarks: readonly Remark[];
  /** What was done to the text before reckoning, and what could not be read: plain sentences. */
  notes: readonly string[];
  /** The document as printed, for showing the figures in it. */
  document: readonly Block[];
}
