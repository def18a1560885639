import type { ProblemRow } from './snapshot.ts';

/** Warnings that belong among the 突出问题 of accounts although they never fail one; the milder ones stay in the ledger. */
const LISTED_WARNINGS: readonly string[] = ['account_duplicate', 'account_unfiled', 'account_not_cancelled', 'account_zombie'];

export function isListed(problem: Pick<ProblemRow, 'level' | 'category'>): boolean {
  return problem.level === 'problem' || LISTED_WARNINGS.includes(problem.category);
}
