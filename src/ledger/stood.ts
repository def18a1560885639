import { project, projectAsOf } from './project.ts';
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

/** What stood in each of the spans, as `stoodIn` says it; what had come to rest before a span is not folded again for it. */
export function stoodInEach<E extends Pick<LedgerEntry, 'events'>>(ledger: readonly E[], spans: readonly Span[]): E[][] {
  const known = ledger.filter(({ events }) => events.length > 0);
  const restedOn = known.map(({ events }) => (inStock(project(events).status) ? null : (events.at(-1)?.day ?? null)));
  return spans.map((span) =>
    known.filter((entry, i) => {
      const rested = restedOn[i] ?? null;
      return (rested === null || span.after === null || rested > span.after) && stoodIn(entry, span);
    }),
  );
}
