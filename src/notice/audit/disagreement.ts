/**
 * How far a disagreement bars the issue. `refused` cannot be accepted by anyone; `blocks` can, with a reason that is kept;
 * `warns` is shown and does not bar.
 */
export type Severity = 'refused' | 'blocks' | 'warns';

export type DisagreementKind =
  /** A bound figure is not what its rows give. */
  | 'figure'
  /** A number typed into the text that reads like a count or rate. */
  | 'typed-figure'
  /** A bound figure, table or row named in the text is not there. */
  | 'missing'
  /** Words said to be quoted from the snapshot that are not in it. */
  | 'quoted'
  /** Title over the table and in the list under the text. */
  | 'attachment-title'
  /** A row of an attachment that is not what the snapshot gives. */
  | 'attachment-row'
  /** A problem that two parts of the notice tell otherwise, or that one leaves out. */
  | 'same-problem'
  | 'date'
  | 'cutoff'
  /** The base is still that of the last notice. */
  | 'base'
  | 'stock'
  /** A document the notice rests on is not in force. */
  | 'legal-basis'
  /** What the portal counts and the table does not. */
  | 'outside-table'
  /** A standing phrase that is not in its official form. */
  | 'wording';

export interface Disagreement {
  kind: DisagreementKind;
  severity: Severity;
  /** Paragraph id, 附件2, 落款 …: where the reader goes. */
  place: string;
  /** Id of the figure concerned. */
  figure: string | null;
  stated: string | null;
  recomputed: string | null;
  /** Chinese: what is wrong, what it should be, and on what rows that rests. */
  message: string;
}

/** A disagreement with what is not given left empty. */
export function disagreement(
  kind: DisagreementKind,
  severity: Severity,
  place: string,
  message: string,
  more: Partial<Pick<Disagreement, 'figure' | 'stated' | 'recomputed'>> = {},
): Disagreement {
  return { kind, severity, place, message, figure: null, stated: null, recomputed: null, ...more };
}
