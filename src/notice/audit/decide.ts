import type { Disagreement } from './disagreement.ts';

/** Whether a notice may be issued, and what was accepted to let it. To be kept with the issued notice. */
export interface IssueDecision {
  issue: boolean;
  /** Cannot be accepted by anyone. */
  refused: readonly Disagreement[];
  /** Bar the issue until accepted with a reason. */
  blocking: readonly Disagreement[];
  warnings: readonly Disagreement[];
  /** Set when somebody took the blocking ones upon themselves. */
  accepted: { reason: string; disagreements: readonly Disagreement[] } | null;
}

/** Fewer characters say nothing to those who read it later. */
const SHORTEST_REASON = 4;

/** Issue is refused while a figure disagrees, unless a person overrides with a reason that is kept (seeds N12). */
export function decideIssue(disagreements: readonly Disagreement[], overrideReason: string | null): IssueDecision {
  const of = (severity: Disagreement['severity']): Disagreement[] => disagreements.filter((d) => d.severity === severity);
  const [refused, blocking, warnings] = [of('refused'), of('blocks'), of('warns')];
  const reason = overrideReason?.trim() ?? '';
  const accepted = blocking.length > 0 && reason.length >= SHORTEST_REASON ? { reason, disagreements: blocking } : null;
  return { issue: refused.length === 0 && (blocking.length === 0 || accepted !== null), refused, blocking, warnings, accepted };
}
