import type { Problem } from './event.ts';
import { project } from './project.ts';
import type { LedgerEntry } from './reconcile-input.ts';
import { inStock, type ProblemStatus } from './status.ts';

/** The problem in which a merged one goes on, through however many merges; itself when it is not merged. */
export function wholeOf(entry: LedgerEntry, byId: ReadonlyMap<string, LedgerEntry>): LedgerEntry {
  let whole = entry;
  for (const passed = new Set([entry.problem.id]); ; passed.add(whole.problem.id)) {
    const { mergedInto } = project(whole.events);
    const next = mergedInto === null ? undefined : byId.get(mergedInto);
    if (!next || passed.has(next.problem.id)) return whole;
    whole = next;
  }
}

/**
 * Why one problem cannot be merged into another; null when it can. Another unit never answers for it, and what is settled or
 * itself merged would take it out of sight.
 */
export function whyNotMergeable(
  from: Pick<Problem, 'id' | 'areaId' | 'unitId'>,
  into: Pick<Problem, 'id' | 'areaId' | 'unitId'> & { status: ProblemStatus },
): string | null {
  if (from.id === into.id) return '不能并入它自己';
  if (from.areaId !== into.areaId || from.unitId !== into.unitId) return '只能并入同一责任单位的问题';
  return into.status === 'suspected' || (inStock(into.status) && into.status !== 'rechecked_ok')
    ? null
    : '要并入的问题已经办结，不能再并入';
}
