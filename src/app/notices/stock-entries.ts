import { neverWas, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import { type Span, stockOf } from '../../ledger/stock.ts';
import type { Snapshot, StockPart } from '../../notice/snapshot.ts';

type Entries = NonNullable<Snapshot['stockEntries']>;

/**
 * Which problems make up each number of the stock, so that a number leads to them (seeds S06), and where the books differ from what is
 * printed elsewhere: `before`: those the last issued notice said its period ended with; null where there is none.
 */
export function stockEntries(ledger: readonly LedgerEntry[], span: Span, before: readonly string[] | null): Entries {
  const ids = new Map<StockPart, string[]>();
  const add = (part: StockPart, id: string, times: number): void => {
    for (let n = 0; n < times; n += 1) ids.set(part, [...(ids.get(part) ?? []), id]);
  };
  const of = (part: StockPart): string[] => ids.get(part) ?? [];
  for (const entry of ledger) {
    const { closedAs, ...counts } = stockOf([entry], span).total;
    for (const [part, times] of Object.entries({ ...counts, ...closedAs })) add(part as StockPart, entry.problem.id, times);
    if (counts.closing > 0 && neverWas(project(entry.events))) add('since.withdrawn', entry.problem.id, 1);
  }
  const [opening, ended] = [new Set(of('opening')), new Set(before)];
  const states = new Map(ledger.map(({ problem, events }) => [problem.id, span.after === null ? null : projectAsOf(events, span.after)]));
  const gone = [...ended].filter((id) => !opening.has(id));
  // Struck off or excused on the cut-off day itself, when the notice was out.
  const closed = gone.filter((id) => states.get(id)?.status === 'closed');
  const exempted = gone.filter((id) => states.get(id)?.status === 'exempted');
  const withdrawn = gone.filter((id) => !closed.includes(id) && !exempted.includes(id));
  const added = [...opening].filter((id) => !ended.has(id));
  return {
    opening: of('opening'),
    found: of('found'),
    reopened: of('reopened'),
    closed: of('closed'),
    closing: of('closing'),
    struckOff: of('struckOff'),
    withdrawn: of('withdrawn'),
    exempted: of('exempted'),
    'since.withdrawn': of('since.withdrawn'),
    ...(before === null || gone.length + added.length === 0
      ? {}
      : {
          ...{ 'before.closing': before, 'before.withdrawn': withdrawn, 'before.added': added },
          ...(closed.length > 0 ? { 'before.closed': closed } : {}),
          ...(exempted.length > 0 ? { 'before.exempted': exempted } : {}),
        }),
  };
}
