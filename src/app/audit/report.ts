import type { Block } from '../../core/block.ts';
import type { AttachmentType } from '../../evidence/attachment.ts';
import type { FigureKind, FigureVerdict, Remark } from '../../notice/recount/figure.ts';
import type { MarkedFigure } from '../../notice/recount/marked/marked.ts';
import type { Recount } from '../../notice/recount/recount.ts';

/** One figure of an audited notice. */
export interface AuditFigure extends MarkedFigure {
  kind: FigureKind;
  kindName: string;
  verdictName: string;
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
