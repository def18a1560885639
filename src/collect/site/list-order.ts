import { addMonths, type CalendarDate } from '../../core/date.ts';
import type { ListItem } from '../../evidence/facts.ts';

export type ListOrder = 'newest-first' | 'oldest-first' | 'unsorted' | 'undated';

/** How the unpinned entries of a list run. */
export function listOrder(items: readonly ListItem[]): ListOrder {
  const dates = items.flatMap((item) => (item.date !== null && !item.pinned ? [item.date] : []));
  if (dates.length === 0) return 'undated';
  const falls = dates.every((date, i) => i === 0 || date <= (dates[i - 1] as CalendarDate));
  if (falls) return 'newest-first';
  return dates.every((date, i) => i === 0 || date >= (dates[i - 1] as CalendarDate)) ? 'oldest-first' : 'unsorted';
}

/**
 * Whether page 1 leaves open what is asked of a list: its newest date (pinned entries fill it, or it does not run
 * newest first), or how many entries a year has brought when a number is wanted.
 */
export function needsMorePages(items: readonly ListItem[], day: CalendarDate, minimumPerYear: number | null): boolean {
  const order = listOrder(items);
  if (order === 'unsorted' || order === 'oldest-first') return true;
  const unpinned = items.filter((item) => !item.pinned);
  if (items.length > 0 && unpinned.length === 0) return true;
  if (minimumPerYear === null || order !== 'newest-first') return false;
  const yearAgo = addMonths(day, -12);
  const inYear = items.filter((item) => item.date !== null && item.date > yearAgo).length;
  const oldest = unpinned.at(-1)?.date ?? null;
  return inYear < minimumPerYear && oldest !== null && oldest > yearAgo;
}
