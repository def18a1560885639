import type { Category } from '../../core/category.ts';
import type { CalendarDate } from '../../core/date.ts';
import { neverWas, project, projectAsOf } from '../../ledger/project.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';

/** What counts as an error in words (错情). */
const IN_WORDS: readonly Category[] = ['text_error', 'serious_misstatement', 'logic_error'];

/**
 * Confirmed errors in words per unit, found within a span (错情, seeds Q13). A unit whose pages were read and that has none counts
 * 0; one whose pages nobody read is absent, which is not 0. `read`: units whose pages were read by the cut-off.
 */
export function errorsOfUnits(
  ledger: readonly LedgerEntry[],
  read: ReadonlySet<string>,
  { after, cutoff }: { after: CalendarDate | null; cutoff: CalendarDate },
): Map<string, number> {
  const counts = new Map([...read].map((unit) => [unit, 0]));
  for (const { problem, events } of ledger) {
    if (!IN_WORDS.includes(problem.category)) continue;
    const state = projectAsOf(events, cutoff);
    // What was taken back after the cut-off is no error either: the number is printed under the unit's name.
    const isConfirmed = state?.everInStock === true && !neverWas(state) && !neverWas(project(events));
    if (!isConfirmed || problem.firstFoundOn <= (after ?? '') || problem.firstFoundOn > cutoff) continue;
    counts.set(problem.unitId, (counts.get(problem.unitId) ?? 0) + 1);
  }
  return counts;
}
