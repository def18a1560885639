import { CATEGORIES } from '../../core/category.ts';
import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import { CONFIDENTIAL } from '../../ledger/grave.ts';
import { neverWas, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { inStock } from '../../ledger/status.ts';
import type { Span } from '../../ledger/stock.ts';
import type { PeriodVerdict } from '../../store/periods.ts';

/** A result as far as what persons found bears on it. */
interface Told {
  verdict: ChannelVerdict;
  reasons: readonly string[];
}

/** Results of a period with what persons found in its span (`foundByPeople`). */
export function withFoundByPeople(verdicts: readonly PeriodVerdict[], ledger: readonly LedgerEntry[], span: Span): PeriodVerdict[] {
  const told = foundByPeople(ledger, span);
  return verdicts.map((row) => told(row.channelId, row));
}

/**
 * A result with what persons found in the span (third parties, by hand) and what still stood at its cut-off. No check sees it, so no
 * rule can judge it: it is told among the lines of its channel, and a channel that has such a problem is 合格, not 无问题, since no
 * table may call clean what the same notice hands over. It fails nobody, and settles nothing that is undecided. What stood before
 * the span is left to the rule of carried-over problems; grave ones are told by their category alone (seeds S04).
 */
export function foundByPeople(ledger: readonly LedgerEntry[], span: Span): <T extends Told>(channelId: string, result: T) => T {
  const lines = new Map<string, string[]>();
  for (const entry of ledger) {
    const { channelId, category, text } = entry.problem;
    if (channelId === null || !stoodUnseen(entry, span)) continue;
    lines.set(channelId, [...(lines.get(channelId) ?? []), CONFIDENTIAL.includes(category) ? CATEGORIES[category] : text]);
  }
  return (channelId, result) => {
    const found = [...new Set(lines.get(channelId))].filter((line) => !result.reasons.some((reason) => reason.includes(line)));
    if (found.length === 0) return result;
    return { ...result, verdict: result.verdict === 'no_problem' ? 'pass' : result.verdict, reasons: [...result.reasons, ...found] };
  };
}

/** Found in the span, by no check, in the stock at the cut-off, neither put right by then nor taken back since. */
function stoodUnseen({ events }: LedgerEntry, { after, cutoff }: Span): boolean {
  const then = projectAsOf(events, cutoff);
  if (then === null || then.check !== null || then.status === 'rechecked_ok' || neverWas(project(events))) return false;
  return inStock(then.status) && then.foundOn > (after ?? '');
}
