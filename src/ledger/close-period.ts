import type { CalendarDate, Instant } from '../core/date.ts';
import { parsePeriod, previousPeriod } from '../core/period.ts';
import { type ActDraft, apply } from './apply.ts';
import type { Actor, ProblemEvent } from './event.ts';
import { type Projection, project, projectAsOf, projectByDay } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { inStock } from './status.ts';
import { type Span, type Stock, stockOf } from './stock.ts';

/** A period to close; `day` is when it is done, `cutoff` what it counts up to. */
export interface PeriodClosing extends Span {
  /** 2022-12 or 2022-Q4. */
  period: string;
  day: CalendarDate;
  at: Instant;
  by: Actor;
}

export interface ClosedPeriod {
  /**
   * One `carried_over` for every problem in the stock at the cut-off, none for those already carried; one `uncarried` for each that was
   * taken back since, unless a later period began with it.
   */
  events: readonly ProblemEvent[];
  /** Periods each of them has been open, this one included. */
  periods: ReadonlyMap<string, number>;
  stock: Stock;
  stockByUnit: ReadonlyMap<string, Stock>;
}

/**
 * Periods in a row that a problem has stood in the stock, `period` included (连续N个月): the periods directly before it
 * at whose cut-off it was carried over, without a gap.
 */
export function periodsOpen(state: Pick<Projection, 'carriedPeriods'>, period: string): number {
  const carried = new Set(state.carriedPeriods);
  let count = 1;
  for (let before = previousPeriod(parsePeriod(period)); carried.has(before.id); before = previousPeriod(before)) count += 1;
  return count;
}

/**
 * Carries every open problem over into the next period (seeds P08). What is open stays the same entry with the same id
 * and state; nothing is closed by the end of a period. Closing the same period twice adds nothing.
 * A period may be closed after a later one. @throws refused when the office counts by another kind of period.
 */
export function closePeriod(entries: readonly LedgerEntry[], closing: PeriodClosing): ClosedPeriod {
  const { period, cutoff, day, at, by } = closing;
  const events: ProblemEvent[] = [];
  const periods = new Map<string, number>();
  const closed = entries.map((entry): LedgerEntry => {
    const then = projectByDay(entry.events, cutoff);
    if (!then || !inStock(then.status)) return entry;
    const now = project(entry.events);
    const isTakenBack = now.status === 'withdrawn';
    if (!isTakenBack) periods.set(entry.problem.id, periodsOpen(now, period));
    if (isInBooks(entry, now, closing)) return entry;
    // Closed late, a problem may have moved on since: the act then follows its last one, the cut-off stays what it was.
    const on = now.lastActOn > day ? now.lastActOn : day;
    const takes = entry.events.findLast(({ act }) => act === 'withdrawn')?.seq ?? null;
    const said: Pick<ActDraft, 'act' | 'data'> = isTakenBack
      ? { act: 'uncarried', data: { period, cutoff, takes } }
      : { act: 'carried_over', data: { period, cutoff } };
    const event = apply(entry.problem, entry.events, { ...said, at, day: on, by });
    events.push(event);
    return { ...entry, events: [...entry.events, event] };
  });
  const { total, byUnit } = stockOf(closed, closing);
  return { events, periods, stock: total, stockByUnit: byUnit };
}

/** Whether the period's stock has the problem, or is without it, as it should; what a later one began with stands. */
function isInBooks({ events }: LedgerEntry, now: Projection, { period, cutoff }: PeriodClosing): boolean {
  const { from } = parsePeriod(period);
  const isOut = projectAsOf(events, cutoff)?.status === 'withdrawn';
  const isInLater = now.carriedPeriods.some((one) => parsePeriod(one).from > from);
  return now.status === 'withdrawn' ? isOut || isInLater : now.carriedPeriods.includes(period) || (isOut && isInLater);
}
