import { projectAsOf } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { inStock } from './status.ts';
import type { Span } from './stock.ts';

/** Whether a problem stood in the stock at any time of the span; what nobody confirmed is nobody's problem. */
export function stoodIn({ events }: Pick<LedgerEntry, 'events'>, { after, cutoff }: Span): boolean {
  const then = projectAsOf(events, cutoff);
  if (!then?.everInStock || then.status === 'withdrawn' || then.status === 'rejected' || then.status === 'merged') return false;
  const opening = after === null ? null : projectAsOf(events, after);
  return inStock(then.status) || (opening !== null && inStock(opening.status)) || then.foundOn > (after ?? '');
}
