import type { CalendarDate } from '../core/date.ts';
import { advance, type Projection, projectAsOf } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { inStock, type ProblemStatus } from './status.ts';

/** 存量 of a span: opening + found + reopened − closed = closing (seeds P09). */
export interface Stock {
  opening: number;
  /** First accepted as a problem in the span. */
  found: number;
  /** Came back into the stock: reopened, or failed a later recheck. */
  reopened: number;
  /** Left the stock, in whatever way; split up in `closedAs`. */
  closed: number;
  closing: number;
  closedAs: { struckOff: number; withdrawn: number; exempted: number };
}

/** Days after the cut-off before (null = from the beginning) up to and including this cut-off. */
export interface Span {
  after: CalendarDate | null;
  cutoff: CalendarDate;
}

const emptyStock = (): Stock => ({
  opening: 0,
  found: 0,
  reopened: 0,
  closed: 0,
  closing: 0,
  closedAs: { struckOff: 0, withdrawn: 0, exempted: 0 },
});

const WAY_OUT: Partial<Record<ProblemStatus, keyof Stock['closedAs']>> = {
  closed: 'struckOff',
  withdrawn: 'withdrawn',
  exempted: 'exempted',
};

/** Counts one act's crossing of the border of the stock. */
function cross(stock: Stock, before: Projection | null, after: Projection): void {
  const was = before !== null && inStock(before.status);
  if (was === inStock(after.status)) return;
  if (!was) {
    stock[before?.everInStock ? 'reopened' : 'found'] += 1;
    return;
  }
  stock.closed += 1;
  const way = WAY_OUT[after.status];
  if (way) stock.closedAs[way] += 1;
}

function addEntry(stock: Stock, { events }: LedgerEntry, { after, cutoff }: Span): void {
  let state: Projection | null = after === null ? null : projectAsOf(events, after);
  if (state && inStock(state.status)) stock.opening += 1;
  // Read afresh, not added up: the equation is a check, not a definition.
  const end = projectAsOf(events, cutoff);
  for (const event of events.slice(state?.seq ?? 0, end?.seq ?? 0)) {
    const next = advance(state, event);
    // An act and its taking back count for the same day, so they fall into the same span: neither is counted.
    const isPair = event.act === 'undone' || events[event.seq]?.act === 'undone';
    if (!isPair) cross(stock, state, next);
    state = next;
  }
  if (end && inStock(end.status)) stock.closing += 1;
}

/** Stock of a span, in all and by responsible unit. */
export function stockOf(entries: readonly LedgerEntry[], span: Span): { total: Stock; byUnit: ReadonlyMap<string, Stock> } {
  const total = emptyStock();
  const byUnit = new Map<string, Stock>();
  for (const entry of entries) {
    const unit = byUnit.get(entry.problem.unitId) ?? emptyStock();
    byUnit.set(entry.problem.unitId, unit);
    addEntry(unit, entry, span);
    addEntry(total, entry, span);
  }
  return { total, byUnit };
}
