import { type CarryOverState, carryOverFrom } from '../core/carry-over.ts';
import { isOverdue, neverWas, type Projection, project, projectAsOf } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import type { Span } from './stock.ts';

export interface CarryOver {
  state: CarryOverState;
  /** Ids of last period's problems by what became of them. */
  fixed: readonly string[];
  open: readonly string[];
  /** Not looked at since, so neither held against the unit nor counted as fixed. */
  unverified: readonly string[];
}

/**
 * One of last period's problems at the cut-off; null when it does not count: never handed over (the unit was not told),
 * withdrawn, rejected, exempted, or with a deadline that is not up yet.
 */
function fateOf(state: Projection, span: Span): 'fixed' | 'partly' | 'open' | 'unverified' | null {
  if (state.handedOverOn === null) return null;
  switch (state.status) {
    case 'closed':
    case 'rechecked_ok':
      return 'fixed';
    case 'withdrawn':
    case 'rejected':
    case 'merged':
    case 'exempted':
      return null;
    case 'handed_over':
    case 'received':
      if (!isOverdue(state, span.cutoff)) return null;
      break;
    case 'disputed':
      return 'unverified';
    default:
      break;
  }
  const looked = state.recheckedOn !== null && (span.after === null || state.recheckedOn > span.after);
  if (looked && state.rectified === 'partly') return 'partly';
  if (looked && state.rectified === 'no') return 'open';
  // What only a person can see stands until the unit reports; once the deadline is past, its silence is the finding.
  const silent = state.check === null && isOverdue(state, span.cutoff);
  return silent ? 'open' : 'unverified';
}

/**
 * Last period's ledger of one channel against this period's cut-off (seeds V04). Last period's problems are those
 * carried over at its close; `last` is its id. A problem counts as still open only if a recheck in the span says so,
 * or a person found it and the unit let the deadline pass without a word; one that was taken back since never was one.
 * Warnings (即将到期) are never in the ledger and so never carry over: in the seeds, units with due-soon lines only stay
 * 合格 month after month, and 44 of 44 verdicts come out with overdue columns alone.
 */
export function carryOverState(entries: readonly LedgerEntry[], last: string, span: Span): CarryOver {
  const ids = { fixed: [] as string[], partly: [] as string[], open: [] as string[], unverified: [] as string[] };
  for (const { problem, events } of entries) {
    const now = project(events);
    if (!now.carriedPeriods.includes(last) || neverWas(now)) continue;
    const state = projectAsOf(events, span.cutoff);
    const fate = state && fateOf(state, span);
    if (fate) ids[fate].push(problem.id);
  }
  const state = carryOverFrom({
    fixed: ids.fixed.length,
    partly: ids.partly.length,
    open: ids.open.length,
    unverified: ids.unverified.length,
  });
  return { state, fixed: ids.fixed, open: [...ids.open, ...ids.partly], unverified: ids.unverified };
}
